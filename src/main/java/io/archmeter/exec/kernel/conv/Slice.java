package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.tensor.EvenSplit;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the sums of a convolution: some taps of some input channels of a group.
 *
 * @param channel the first one
 * @param tap the first one
 * @param bias 1 where the bias is part of it, else 0
 */
record Slice(int channel, int channels, int tap, int taps, int bias) {
    /**
     * Whole channels, as many as fit; a channel of very many taps is cut.
     *
     * @param depth the most multiply-adds of a slice
     */
    static List<Slice> of(int channels, int taps, boolean bias, int depth) {
        List<Slice> slices = new ArrayList<>();
        int together = EvenSplit.size(channels, Math.max(1, depth / taps));
        for (int channel = 0; channel < channels; channel += together) {
            for (int tap = 0; tap < taps; tap += depth) {
                slices.add(new Slice(
                        channel,
                        Math.min(together, channels - channel),
                        tap,
                        Math.min(depth, taps - tap),
                        bias && slices.isEmpty() ? 1 : 0));
            }
        }
        return slices;
    }

    /** Whether the sums begin with it. */
    boolean first() {
        return channel == 0 && tap == 0;
    }

    /** Multiply-adds of a sum. */
    int depth() {
        return channels * taps;
    }

    /** Rows of its panels: the bias comes first. */
    int rows() {
        return bias + depth();
    }

    /** The row of a tap of a channel, both counted from the first one. */
    int row(int channel, int tap) {
        return bias + channel * taps + tap;
    }
}
