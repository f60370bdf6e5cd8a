package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.Panel;
import java.util.Arrays;

/**
 * What lies under some windows of an input, as a factor of a matrix product. An element stands in it once for each tap that falls on it,
 * so it is packed a slice at a time.
 */
final class WindowPanel {
    private final Panel panel;
    private final Footprint footprint;
    private int count;

    WindowPanel(Panel panel, Footprint footprint) {
        this.panel = panel;
        this.footprint = footprint;
    }

    Panel panel() {
        return panel;
    }

    /** Takes the windows first … first + count − 1. */
    void place(int first, int count) {
        this.count = count;
        footprint.place(first, count);
    }

    /**
     * Packs a slice.
     *
     * @param from where the input channels of the group begin
     * @return how many taps fall on padding
     */
    long pack(Tensor x, int from, Slice slice) {
        if (slice.bias() > 0) {
            Arrays.fill(panel.array(0), panel.at(0), panel.at(0) + count, 1);
        }
        long onPadding = 0;
        for (int tap = 0; tap < slice.taps(); tap++) {
            footprint.find(slice.tap() + tap);
            for (int c = 0; c < slice.channels(); c++) {
                footprint.copy(x.data(), from + (slice.channel() + c) * x.positions(), panel, slice.row(c, tap));
                onPadding += footprint.onPadding();
            }
        }
        return onPadding;
    }
}
