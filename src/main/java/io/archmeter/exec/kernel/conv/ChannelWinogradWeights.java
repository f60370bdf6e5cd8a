package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.tensor.EvenSplit;
import java.util.Arrays;

/**
 * The transformed weights of a convolution for vectors of output channels: for each of the 36 points the right factor of a matrix
 * product, in strips of some output channels, each with all steps of the sums.
 */
final class ChannelWinogradWeights {
    private final int channels;
    private final int depth;
    private final int width;
    private final float[] bias;
    private final float[][] points;

    /**
     * @param kernels [channels][depth][3][3]
     * @param bias of each output channel
     * @param width output channels of a strip
     */
    ChannelWinogradWeights(float[] kernels, float[] bias, int channels, int depth, int width) {
        this.channels = channels;
        this.depth = depth;
        this.width = width;
        this.bias = Arrays.copyOf(bias, strips() * width);
        this.points = new float[WinogradWeights.POINTS][strips() * depth * width];
        double[] transformed = new double[WinogradWeights.POINTS];
        for (int channel = 0; channel < channels; channel++) {
            for (int c = 0; c < depth; c++) {
                WinogradWeights.transform(
                        kernels, (channel * depth + c) * WinogradWeights.TAPS * WinogradWeights.TAPS, transformed);
                int to = at(channel / width, c) + channel % width;
                for (int point = 0; point < WinogradWeights.POINTS; point++) {
                    points[point][to] = (float) transformed[point];
                }
            }
        }
    }

    int channels() {
        return channels;
    }

    int depth() {
        return depth;
    }

    int strips() {
        return EvenSplit.parts(channels, width);
    }

    /** Of each output channel, and 0 up to the end of the last strip. */
    float[] bias() {
        return bias;
    }

    float[] point(int point) {
        return points[point];
    }

    /** Where step {@code k} of a strip lies in the array of a point. */
    int at(int strip, int k) {
        return (strip * depth + k) * width;
    }
}
