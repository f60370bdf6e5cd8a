package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.tensor.WindowPlacement;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.Window;
import java.util.Arrays;
import java.util.List;

/**
 * All windows over an input, in the order of the output's elements, and the taps of each, in the order of the kernel's elements: the
 * last axis fastest, for both.
 */
final class Windows {
    private final List<Axis> axes;
    private final int[][] starts;
    private final int[] extents;

    Windows(Shape input, Window window) {
        this.axes = window.axes();
        this.starts = new int[axes.size()][];
        this.extents = new int[axes.size()];
        for (int a = 0; a < extents.length; a++) {
            extents[a] = Math.toIntExact(input.extent(2 + a));
            starts[a] = WindowPlacement.starts(extents[a], axes.get(a));
        }
    }

    /** The output's shape for so many channels. */
    Shape output(long batch, long channels) {
        long[] output = new long[2 + axes.size()];
        output[0] = batch;
        output[1] = channels;
        for (int a = 0; a < starts.length; a++) {
            output[2 + a] = starts[a].length;
        }
        return Shape.of(output);
    }

    /** The shape of the weights of so many output channels. */
    long[] weights(long channels, long depth) {
        long[] weights = new long[2 + axes.size()];
        weights[0] = channels;
        weights[1] = depth;
        for (int a = 0; a < starts.length; a++) {
            weights[2 + a] = taps(a);
        }
        return weights;
    }

    /** All windows of a channel. */
    int count() {
        return Arrays.stream(starts).mapToInt(axis -> axis.length).reduce(1, Math::multiplyExact);
    }

    int axes() {
        return axes.size();
    }

    /** Windows along an axis. */
    int windows(int axis) {
        return starts[axis].length;
    }

    /** Taps of a window along an axis. */
    int taps(int axis) {
        return axes.get(axis).kernel();
    }

    /** Taps of a window. */
    int taps() {
        return axes.stream().mapToInt(Axis::kernel).reduce(1, Math::multiplyExact);
    }

    int extent(int axis) {
        return extents[axis];
    }

    /** Elements of an axis from where a tap falls in one window to where it falls in the next. */
    int stride(int axis) {
        return axes.get(axis).stride();
    }

    /** Where a tap of a window falls along an axis; beside the extent: on padding. */
    long position(int axis, int window, int tap) {
        return starts[axis][window] + (long) tap * axes.get(axis).dilation();
    }
}
