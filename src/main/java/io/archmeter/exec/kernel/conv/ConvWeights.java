package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.tensor.EvenSplit;
import java.util.Arrays;
import java.util.List;

/**
 * The weights of a convolution as a factor of a matrix product for each group, in panels of some output channels. The bias is the weight
 * of one more tap, before the others, that always falls on 1.
 */
final class ConvWeights {
    private final int groups;
    private final int depth;
    private final int channels;
    private final int together;
    private final List<Slice> slices;
    // [slice][group][panel]: they are read in the order in which they are made, and so mostly lie in memory.
    private final Panel[][][] panels;

    /**
     * @param depth input channels of a group
     * @param channels output channels of a group
     * @param kernel [groups·channels][depth][taps]
     * @param bias of each output channel; empty where there is none
     */
    ConvWeights(int groups, int depth, int channels, float[] kernel, float[] bias, Lanes lanes) {
        this.groups = groups;
        this.depth = depth;
        this.channels = channels;
        this.together = lanes.channels(channels);
        int weights = kernel.length / groups / channels;
        this.slices = Slice.of(depth, weights / depth, bias.length > 0, lanes.depth());
        this.panels = new Panel[slices.size()][groups][panels()];
        for (int s = 0; s < panels.length; s++) {
            Slice slice = slices.get(s);
            int begin = slice.channel() * (weights / depth) + slice.tap();
            for (int group = 0; group < groups; group++) {
                for (int i = 0; i < panels(); i++) {
                    Panel panel = lanes.weights(slice.rows(), together);
                    int channel = group * channels + first(i);
                    if (slice.bias() > 0) {
                        panel.put(0, 0, bias, channel, 1, count(i));
                    }
                    for (int k = 0; k < slice.depth(); k++) {
                        panel.put(slice.bias() + k, 0, kernel, channel * weights + begin + k, weights, count(i));
                    }
                    panels[s][group][i] = panel;
                }
            }
        }
    }

    List<Slice> slices() {
        return slices;
    }

    /** The most rows that a panel has. */
    int rows() {
        return slices.stream().mapToInt(Slice::rows).max().orElseThrow();
    }

    int groups() {
        return groups;
    }

    /** Input channels of a group. */
    int depth() {
        return depth;
    }

    /** Output channels of a group. */
    int channels() {
        return channels;
    }

    /** Output channels of a panel; the last may have fewer. */
    int width() {
        return together;
    }

    /** Panels of a slice and group. */
    int panels() {
        return EvenSplit.parts(channels, together);
    }

    /** The panels from {@code first} to before {@code end}. */
    Panel[] panels(int slice, int group, int first, int end) {
        return Arrays.copyOfRange(panels[slice][group], first, end);
    }

    /** The first output channel of a panel, in its group. */
    int first(int panel) {
        return panel * together;
    }

    /** Output channels of a panel. */
    int count(int panel) {
        return Math.min(together, channels - first(panel));
    }
}
