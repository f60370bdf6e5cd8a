package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.matrix.Strips;
import io.archmeter.exec.tensor.Tensor;
import java.util.Arrays;

/**
 * What lies under some windows of an input, as a factor of a matrix product. An element stands in it once for each tap that falls on it,
 * so it is packed a slice at a time.
 */
final class WindowPanel {
    private final Strips strips;
    private final Footprint footprint;
    private int count;

    WindowPanel(Strips strips, Footprint footprint) {
        this.strips = strips;
        this.footprint = footprint;
    }

    Strips strips() {
        return strips;
    }

    /** Takes the windows first … first + count − 1. */
    void place(int first, int count) {
        this.count = count;
        footprint.place(first, count);
    }

    /**
     * Packs a slice of some groups, one after the other.
     *
     * @param from where the input channels of the first group begin
     * @param depth input channels of a group
     * @return how many taps of a group fall on padding
     */
    long pack(Tensor x, int from, int depth, int groups, Slice slice) {
        for (int group = 0; group < groups && slice.bias() > 0; group++) {
            putOnes(group * slice.rows());
        }
        long onPadding = 0;
        for (int tap = 0; tap < slice.taps(); tap++) {
            footprint.find(slice.tap() + tap);
            for (int group = 0; group < groups; group++) {
                for (int c = 0; c < slice.channels(); c++) {
                    int channel = group * depth + slice.channel() + c;
                    int row = group * slice.rows() + slice.row(c, tap);
                    put(x.data(), from + channel * x.positions(), row);
                }
            }
            onPadding += (long) slice.channels() * footprint.onPadding();
        }
        return onPadding;
    }

    private void putOnes(int k) {
        Panel row = strips.row();
        int at = row.at(strips.rowOf(k));
        Arrays.fill(row.array(strips.rowOf(k)), at, at + count, 1);
        strips.take(k, count);
    }

    /** What the tap found falls on in a channel that begins at {@code from}. */
    private void put(float[] source, int from, int k) {
        if (footprint.isOneRun()) {
            strips.take(k, source, from + footprint.first(), count);
        } else {
            footprint.copy(source, from, strips.row(), strips.rowOf(k));
            strips.take(k, count);
        }
    }
}
