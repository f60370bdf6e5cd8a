package io.archmeter.exec.kernel;

import io.archmeter.op.Axis;
import io.archmeter.op.Conv;
import java.util.List;

/** Convolution by its definition: a loop over everything, one multiply-add at a time. What the kernel is held to. */
final class NaiveConv {
    private final Conv op;
    private final List<Axis> axes;
    private final int[] input;
    private final int[] output;
    private final float[] x;
    private final float[] weight;
    private final float[] bias;
    private final int channels;
    private final int depth;
    private final int taps;
    private final double[] y;
    private long executed;
    private long padded;

    /**
     * @param channels of the input
     * @param input spatial extents
     * @param x [batch][channels][input]
     * @param bias empty where there is none
     */
    NaiveConv(Conv op, int batch, int channels, int[] input, float[] x, float[] weight, float[] bias) {
        this.op = op;
        this.axes = op.window().axes();
        this.input = input;
        this.x = x;
        this.weight = weight;
        this.bias = bias;
        this.channels = channels;
        this.depth = channels / (int) op.group();
        this.taps = axes.stream().mapToInt(Axis::kernel).reduce(1, (a, b) -> a * b);
        this.output = new int[input.length];
        for (int a = 0; a < input.length; a++) {
            while (fits(axes.get(a), input[a], output[a])) {
                output[a]++;
            }
        }
        int positions = product(output);
        this.y = new double[batch * (int) op.channels() * positions];
        for (int i = 0; i < y.length; i++) {
            int channel = i / positions % (int) op.channels();
            y[i] = sum(i / positions / (int) op.channels(), channel, coordinates(i % positions, output));
        }
    }

    private static boolean fits(Axis axis, int extent, int window) {
        int lastTap = window * axis.stride() + (axis.kernel() - 1) * axis.dilation();
        return lastTap < axis.padBegin() + extent + axis.padEnd();
    }

    private double sum(int sample, int channel, int[] window) {
        int group = channel / ((int) op.channels() / (int) op.group());
        double sum = bias.length == 0 ? 0 : bias[channel];
        for (int c = 0; c < depth; c++) {
            for (int tap = 0; tap < taps; tap++) {
                int at = under(window, tap);
                if (at < 0) {
                    padded++;
                } else {
                    executed++;
                    int plane = sample * channels + group * depth + c;
                    sum += (double) x[plane * product(input) + at] * weight[(channel * depth + c) * taps + tap];
                }
            }
        }
        return sum;
    }

    /** The element of a channel that a tap falls on; negative on padding. */
    private int under(int[] window, int tap) {
        int[] kernel = axes.stream().mapToInt(Axis::kernel).toArray();
        int[] taps = coordinates(tap, kernel);
        int at = 0;
        for (int a = 0; a < window.length; a++) {
            Axis axis = axes.get(a);
            int position = window[a] * axis.stride() - axis.padBegin() + taps[a] * axis.dilation();
            if (position < 0 || position >= input[a]) {
                return -1;
            }
            at = at * input[a] + position;
        }
        return at;
    }

    private static int[] coordinates(int number, int[] extents) {
        int[] coordinates = new int[extents.length];
        for (int a = extents.length - 1; a >= 0; a--) {
            coordinates[a] = number % extents[a];
            number /= extents[a];
        }
        return coordinates;
    }

    private static int product(int[] extents) {
        int product = 1;
        for (int extent : extents) {
            product *= extent;
        }
        return product;
    }

    double[] elements() {
        return y;
    }

    long executed() {
        return executed;
    }

    long padded() {
        return padded;
    }
}
