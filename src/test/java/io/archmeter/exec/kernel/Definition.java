package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.Conv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Convolution by its definition, element by element and tap by tap, over any number of spatial axes. */
public final class Definition implements Kernel<Conv> {
    @Override
    public Pass prepare(Conv op, List<Shape> inputs, Weights weights) {
        List<Axis> axes = op.window().axes();
        long depth = inputs.get(0).channels() / op.group();
        List<Long> extents = new ArrayList<>(List.of(op.channels(), depth));
        axes.forEach(axis -> extents.add((long) axis.kernel()));
        float[] kernel = weights.draw(
                "weight", extents.stream().mapToLong(Long::longValue).toArray());
        float[] bias = op.bias() ? weights.draw("bias", op.channels()) : new float[(int) op.channels()];
        return call -> run(op, (int) depth, kernel, bias, call);
    }

    private static void run(Conv op, int depth, float[] kernel, float[] bias, KernelCall call) {
        Tensor x = call.input();
        List<int[]> starts = starts(op, x);
        List<int[]> taps = odometer(op.window().axes().stream()
                .map(axis -> offsets(axis.kernel(), axis.dilation()))
                .toList());
        List<int[]> windows = odometer(starts).stream()
                .map(window ->
                        taps.stream().mapToInt(tap -> position(x, window, tap)).toArray())
                .toList();
        List<Long> extents = new ArrayList<>(List.of((long) x.batch(), op.channels()));
        starts.forEach(axis -> extents.add((long) axis.length));
        Tensor y = call.output(new Shape(extents));
        int share = (int) (op.channels() / op.group());
        int positions = x.positions();
        int to = y.offset();
        for (int sample = 0; sample < x.batch(); sample++) {
            for (int channel = 0; channel < op.channels(); channel++) {
                int first = sample * x.channels() + channel / share * depth;
                long executed = 0;
                long padded = 0;
                for (int[] window : windows) {
                    double sum = bias[channel];
                    int k = channel * depth * taps.size();
                    for (int c = 0; c < depth; c++) {
                        int begin = x.offset() + (first + c) * positions;
                        for (int at : window) {
                            if (at >= 0) {
                                sum += (double) kernel[k] * x.data()[begin + at];
                                executed++;
                            } else {
                                padded++;
                            }
                            k++;
                        }
                    }
                    y.data()[to++] = (float) sum;
                }
                call.count(executed, padded);
            }
        }
    }

    /** For each axis where its windows begin, one after the other until one hangs over. */
    private static List<int[]> starts(Conv op, Tensor x) {
        List<int[]> starts = new ArrayList<>();
        for (int a = 0; a < op.window().axes().size(); a++) {
            Axis axis = op.window().axes().get(a);
            int end = x.extent(2 + a) + axis.padEnd() - (axis.kernel() - 1) * axis.dilation();
            starts.add(IntStream.iterate(-axis.padBegin(), start -> start < end, start -> start + axis.stride())
                    .toArray());
        }
        return starts;
    }

    private static int[] offsets(int kernel, int dilation) {
        int[] offsets = new int[kernel];
        for (int tap = 0; tap < kernel; tap++) {
            offsets[tap] = tap * dilation;
        }
        return offsets;
    }

    /** All combinations of one number of each axis, the last axis fastest. */
    private static List<int[]> odometer(List<int[]> axes) {
        List<int[]> combinations = List.of(new int[0]);
        for (int[] axis : axes) {
            List<int[]> longer = new ArrayList<>();
            for (int[] combination : combinations) {
                for (int number : axis) {
                    int[] next = Arrays.copyOf(combination, combination.length + 1);
                    next[combination.length] = number;
                    longer.add(next);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    /** The position within a channel on which a tap falls; negative where it falls on padding. */
    private static int position(Tensor x, int[] window, int[] tap) {
        int position = 0;
        for (int axis = 0; axis < window.length; axis++) {
            int at = window[axis] + tap[axis];
            int extent = x.extent(2 + axis);
            if (at < 0 || at >= extent) {
                return -1;
            }
            position = position * extent + at;
        }
        return position;
    }
}
