package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The largest, the mean or a norm of each window, channel by channel. */
final class Pools {
    private Pools() {}

    private interface Pooling {
        void window(int from, int[] places, int to, int counted);
    }

    /** {@code MaxPool}; its second output is where in the input each of the largest lies. */
    static void largest(OnnxCall call) {
        Tensor x = call.input(0);
        int[] input = Convolutions.spatial(x);
        Sliding sliding = Sliding.of(call, input, Sliding.kernel(call, input));
        Shape shape = Convolutions.with(Shape.of(x.batch(), x.channels()), sliding.out());
        Tensor y = call.output(0, shape);
        Tensor indices = call.output(1, shape);
        boolean columns = call.settings().flag("storage_order", false);
        int positions = x.positions();
        each(x, sliding, input, (from, places, to, counted) -> {
            int best = -1;
            for (int place : places) {
                if (place >= 0 && (best < 0 || x.data()[from + place] > x.data()[from + best])) {
                    best = place;
                }
            }
            y.data()[y.offset() + to] = best < 0 ? Float.NEGATIVE_INFINITY : x.data()[from + best];
            int channel = (from - x.offset()) / positions;
            int last = input[input.length - 1];
            int place = columns && input.length == 2 ? best % last * input[0] + best / last : best;
            indices.data()[indices.offset() + to] = channel * positions + place;
        });
    }

    /** {@code AveragePool}; padding counts as zeros where that is asked for. */
    static void mean(OnnxCall call) {
        mean(call, call.input(0), call::output);
    }

    /** The same of another tensor than the operator's own, in an array of its own. */
    static Tensor mean(OnnxCall call, Tensor x) {
        return mean(call, x, Trips::zeros);
    }

    private static Tensor mean(OnnxCall call, Tensor x, Function<Shape, Tensor> memory) {
        int[] input = Convolutions.spatial(x);
        Sliding sliding = Sliding.of(call, input, Sliding.kernel(call, input));
        boolean padding = call.settings().flag("count_include_pad", false);
        Tensor y = memory.apply(Convolutions.with(Shape.of(x.batch(), x.channels()), sliding.out()));
        each(x, sliding, input, (from, places, to, counted) -> {
            double sum = 0;
            int found = 0;
            for (int place : places) {
                sum += place < 0 ? 0 : x.data()[from + place];
                found += place < 0 ? 0 : 1;
            }
            y.data()[y.offset() + to] = (float) (sum / (padding ? counted : found));
        });
        return y;
    }

    /** {@code LpPool}. */
    static void norm(OnnxCall call) {
        Tensor x = call.input(0);
        int[] input = Convolutions.spatial(x);
        Sliding sliding = Sliding.of(call, input, Sliding.kernel(call, input));
        double power = call.settings().real("p", 2);
        Tensor y = call.output(Convolutions.with(Shape.of(x.batch(), x.channels()), sliding.out()));
        each(x, sliding, input, (from, places, to, counted) -> {
            double sum = 0;
            for (int place : places) {
                sum += place < 0 ? 0 : Math.pow(Math.abs(x.data()[from + place]), power);
            }
            y.data()[y.offset() + to] = (float) Math.pow(sum, 1 / power);
        });
    }

    private static void each(Tensor x, Sliding sliding, int[] input, Pooling pooling) {
        List<int[]> windows = sliding.windows();
        int positions = x.positions();
        for (int number = 0; number < windows.size(); number++) {
            int[] places = sliding.places(windows.get(number), input);
            int counted = sliding.counted(windows.get(number), input);
            for (int channel = 0; channel < x.batch() * x.channels(); channel++) {
                pooling.window(x.offset() + channel * positions, places, channel * windows.size() + number, counted);
            }
        }
    }

    static void globalMean(OnnxCall call) {
        global(call, "mean");
    }

    static void globalLargest(OnnxCall call) {
        global(call, "largest");
    }

    static void globalNorm(OnnxCall call) {
        global(call, "norm");
    }

    private static void global(OnnxCall call, String how) {
        global(call.input(0), how, call.settings().real("p", 2), call::output);
    }

    static Tensor globalMean(Tensor x) {
        return global(x, "mean", 1, Trips::zeros);
    }

    private static Tensor global(Tensor x, String how, double power, Function<Shape, Tensor> memory) {
        int[] ones = new int[x.rank() - 2];
        Arrays.fill(ones, 1);
        Tensor y = memory.apply(Convolutions.with(Shape.of(x.batch(), x.channels()), ones));
        int positions = x.positions();
        for (int channel = 0; channel < y.elements(); channel++) {
            double sum = 0;
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < positions; i++) {
                double element = x.data()[x.offset() + channel * positions + i];
                largest = Math.max(largest, element);
                sum += how.equals("norm") ? Math.pow(Math.abs(element), power) : element;
            }
            y.data()[y.offset() + channel] = (float)
                    (how.equals("largest") ? largest : how.equals("mean") ? sum / positions : Math.pow(sum, 1 / power));
        }
        return y;
    }
}
