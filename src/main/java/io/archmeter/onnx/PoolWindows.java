package io.archmeter.onnx;

import io.archmeter.op.Axis;
import io.archmeter.op.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows of a pool, as many as the layer puts out. How many there are where the last one hangs over the end is what ONNX's
 * versions and runtimes disagree on ({@code ceil_mode}), so that it is never asked for: the padding at the end is made as large
 * as the last window needs.
 *
 * @param axes with the padding that the layer has
 * @param overhangs for each axis, how far the last window reaches beyond the padding at the end
 */
record PoolWindows(List<Axis> axes, List<Integer> overhangs) {
    /** ONNX sets no limit, but ONNX Runtime pools over no more spatial axes. */
    static final int MOST_AXES = 3;

    static PoolWindows of(Window window, OnnxLayer layer) {
        requireFewAxes(window);
        List<Integer> overhangs = new ArrayList<>();
        for (int a = 0; a < window.axes().size(); a++) {
            Axis axis = window.axes().get(a);
            long extent = layer.inputShape().spatial().get(a);
            long windows = layer.output().spatial().get(a);
            requireInput(axis, extent, windows);
            long reached = (windows - 1) * axis.stride() - axis.padBegin() + span(axis);
            overhangs.add(Math.toIntExact(Math.max(0, reached - extent - axis.padEnd())));
        }
        return new PoolWindows(window.axes(), overhangs);
    }

    /** Throws {@link CannotConvert} where it slides over more axes than ONNX Runtime pools over. */
    static void requireFewAxes(Window window) {
        if (window.axes().size() > MOST_AXES) {
            throw new CannotConvert(
                    "it pools over " + window.axes().size() + " axes, and ONNX Runtime over at most " + MOST_AXES,
                    "pool over fewer axes, one layer after the other");
        }
    }

    /** What a window on padding alone puts out is −∞, the smallest number or none at all: runtimes differ. */
    private static void requireInput(Axis axis, long extent, long windows) {
        boolean all = seesInput(axis, (windows - 1) * axis.stride() - axis.padBegin(), extent);
        for (long start = -axis.padBegin(); start < 0 && all; start += axis.stride()) {
            all = seesInput(axis, start, extent);
        }
        if (!all) {
            throw new CannotConvert(
                    "one of its windows sees nothing of the input, and tools of ONNX differ in what that gives",
                    "use less padding or dilation, or a stride that does not exceed the kernel");
        }
    }

    private static boolean seesInput(Axis axis, long start, long extent) {
        long firstTap = start >= 0 ? 0 : (-start + axis.dilation() - 1) / axis.dilation();
        return firstTap < axis.kernel() && start + firstTap * axis.dilation() < extent;
    }

    private static long span(Axis axis) {
        return (long) axis.dilation() * (axis.kernel() - 1) + 1;
    }

    boolean padded() {
        return axes.stream().anyMatch(axis -> axis.padBegin() > 0 || axis.padEnd() > 0);
    }

    boolean hangOver() {
        return overhangs.stream().anyMatch(overhang -> overhang > 0);
    }

    /** The padding of the layer, and what the last windows need beyond it. */
    List<Axis> covering() {
        List<Axis> covering = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            Axis axis = axes.get(a);
            covering.add(padded(axis, axis.padBegin(), Math.addExact(axis.padEnd(), overhangs.get(a))));
        }
        return covering;
    }

    /** What the last windows need where the padding of the layer is part of the input. */
    List<Axis> beyondPadding() {
        List<Axis> beyond = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            beyond.add(padded(axes.get(a), 0, overhangs.get(a)));
        }
        return beyond;
    }

    private static Axis padded(Axis axis, int begin, int end) {
        return new Axis(axis.kernel(), axis.stride(), begin, end, axis.dilation());
    }
}
