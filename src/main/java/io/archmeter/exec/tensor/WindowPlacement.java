package io.archmeter.exec.tensor;

import io.archmeter.op.Axis;
import io.archmeter.op.Rounding;
import io.archmeter.op.Window;
import java.util.Arrays;
import java.util.List;

/** Where the windows of one axis begin: found by sliding the window until it falls off, and never by a formula. */
public final class WindowPlacement {
    private WindowPlacement() {}

    /** The first element of each window that lies wholly on the input and its padding; negative on padding. */
    public static int[] starts(int extent, Axis axis) {
        int[] starts = new int[room(extent, axis)];
        int windows = 0;
        long start = -axis.padBegin();
        while (start + reach(axis) < (long) extent + axis.padEnd()) {
            starts[windows++] = (int) start;
            start += axis.stride();
        }
        return Arrays.copyOf(starts, windows);
    }

    /** The starts of a pool's windows for each spatial axis of its input. */
    public static int[][] starts(Tensor x, Window window, Rounding rounding) {
        List<Axis> axes = window.axes();
        boolean padded = axes.stream().anyMatch(axis -> axis.padBegin() + axis.padEnd() > 0);
        int[][] starts = new int[axes.size()][];
        for (int a = 0; a < starts.length; a++) {
            int extent = x.extent(2 + a);
            starts[a] = switch (rounding) {
                case FLOOR -> starts(extent, axes.get(a));
                case CEIL -> hangingOver(extent, axes.get(a), true);
                case CAFFE -> hangingOver(extent, axes.get(a), padded);
            };
        }
        return starts;
    }

    /**
     * Windows follow each other until one, perhaps hanging over, has reached the end of the padding.
     *
     * @param inside whether a window has to begin on the input or the padding before it: PyTorch, aten/native/Pool.h, "ensure
     *     that the last pooling starts inside the image"; Caffe, pooling_layer.cpp, "if we have padding, ensure that the last
     *     pooling starts strictly inside the image; otherwise clip the last"
     */
    private static int[] hangingOver(int extent, Axis axis, boolean inside) {
        int[] starts = new int[room(extent, axis)];
        int windows = 0;
        long start = -axis.padBegin();
        while (start - axis.stride() + reach(axis) < (long) extent + axis.padEnd() - 1 && (start < extent || !inside)) {
            starts[windows++] = (int) start;
            start += axis.stride();
        }
        return Arrays.copyOf(starts, windows);
    }

    /** How many taps a window has. */
    public static int taps(Window window) {
        return window.axes().stream().mapToInt(Axis::kernel).reduce(1, Math::multiplyExact);
    }

    /** From the first tap of a window to its last. */
    private static long reach(Axis axis) {
        return (axis.kernel() - 1L) * axis.dilation();
    }

    /** More windows than there can be: each begins at an element of its own, and one may begin after all of them. */
    private static int room(int extent, Axis axis) {
        return Math.toIntExact((long) extent + axis.padBegin() + axis.padEnd() + 1);
    }
}
