package io.archmeter.exec.kernel.conv;

import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.ConvTranspose;
import java.util.List;

/** Where the taps of each element of a map fall on the output of a transposed convolution; beside it: they are cut off. */
final class Spread {
    private final List<Axis> axes;
    private final int[] extents;
    private final int[] outputs;

    Spread(ConvTranspose op, Shape input) {
        axes = op.window().axes();
        extents = new int[axes.size()];
        outputs = new int[axes.size()];
        for (int a = 0; a < extents.length; a++) {
            extents[a] = Math.toIntExact(input.extent(2 + a));
            long end = 0;
            for (int element = 0; element < extents[a]; element++) {
                end = position(a, element, taps(a) - 1) + 1;
            }
            long more = op.outputPadding().get(a);
            outputs[a] = Math.toIntExact(end - axes.get(a).padEnd() + more);
        }
    }

    /** The shape of the weights between so many channels. */
    long[] weights(long channels, long width) {
        long[] weights = new long[2 + extents.length];
        weights[0] = channels;
        weights[1] = width;
        for (int a = 0; a < extents.length; a++) {
            weights[2 + a] = taps(a);
        }
        return weights;
    }

    /** The output's shape for so many channels. */
    Shape output(long batch, long channels) {
        long[] output = new long[2 + extents.length];
        output[0] = batch;
        output[1] = channels;
        for (int a = 0; a < extents.length; a++) {
            output[2 + a] = outputs[a];
        }
        return Shape.of(output);
    }

    /** Taps of all axes together. */
    int taps() {
        return axes.stream().mapToInt(Axis::kernel).reduce(1, Math::multiplyExact);
    }

    private int taps(int axis) {
        return axes.get(axis).kernel();
    }

    /** Negative before the output, which begins after what is cut off. */
    private long position(int axis, int element, int tap) {
        Axis of = axes.get(axis);
        return (long) element * of.stride() + (long) tap * of.dilation() - of.padBegin();
    }

    /** Adds the products of a map of the input and of a kernel to a map of the output; returns how many that were. */
    long add(float[] x, int from, float[] kernel, int weight, float[] y, int to) {
        Maps maps = new Maps(x, from, kernel, weight, y, to);
        return add(0, 0, 0, 0, maps);
    }

    /** Along an axis and those after it; the numbers say where the axes before it stand in each of the maps. */
    private long add(int axis, int element, int tap, int position, Maps maps) {
        long added = 0;
        for (int t = 0; t < taps(axis); t++) {
            for (int e = 0; e < extents[axis]; e++) {
                long at = position(axis, e, t);
                if (at >= 0 && at < outputs[axis]) {
                    int nextElement = element * extents[axis] + e;
                    int nextTap = tap * taps(axis) + t;
                    int nextPosition = position * outputs[axis] + (int) at;
                    if (axis == extents.length - 1) {
                        maps.add(nextElement, nextTap, nextPosition);
                        added++;
                    } else {
                        added += add(axis + 1, nextElement, nextTap, nextPosition, maps);
                    }
                }
            }
        }
        return added;
    }

    /** A map of the input, the kernel that spreads it, and a map of the output, each in its array. */
    private record Maps(float[] x, int from, float[] kernel, int weight, float[] y, int to) {
        void add(int element, int tap, int position) {
            y[to + position] += x[from + element] * kernel[weight + tap];
        }
    }
}
