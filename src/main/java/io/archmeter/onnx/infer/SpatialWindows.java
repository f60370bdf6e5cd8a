package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import io.archmeter.op.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Windows that slide over the spatial axes of N×C×…, with the attributes that convolutions and pools share: {@code strides}, {@code
 * dilations}, {@code pads} and {@code auto_pad}.
 */
record SpatialWindows(
        Shape x, List<Long> kernel, List<Long> strides, List<Long> dilations, List<Long> pads, String autoPad) {
    /** Of a node with a kernel. */
    static SpatialWindows of(NodeCall call, List<Long> kernel, Shape x) {
        int axes = x.rank() - 2;
        if (kernel.size() != axes) {
            throw call.refusal("a kernel of " + kernel + " does not go with an input of " + x);
        }
        SpatialWindows windows = new SpatialWindows(
                x,
                kernel,
                listed(call, "strides", Collections.nCopies(axes, 1L)),
                listed(call, "dilations", Collections.nCopies(axes, 1L)),
                listed(call, "pads", Collections.nCopies(2 * axes, 0L)),
                call.attributes().text("auto_pad").orElse("NOTSET"));
        windows.requireSense();
        return windows;
    }

    private static List<Long> listed(NodeCall call, String name, List<Long> otherwise) {
        List<Long> written = call.attributes().wholes(name).orElse(otherwise);
        return written.isEmpty() ? otherwise : written;
    }

    private void requireSense() {
        int axes = kernel.size();
        boolean sizes = strides.size() == axes && dilations.size() == axes && pads.size() == 2 * axes;
        boolean positive = kernel.stream().allMatch(k -> k >= 1)
                && strides.stream().allMatch(s -> s >= 1)
                && dilations.stream().allMatch(d -> d >= 1);
        if (!sizes || !positive) {
            throw new Refusal(
                    "bad-window",
                    "",
                    "kernel " + kernel + ", strides " + strides + ", dilations " + dilations + " and pads " + pads
                            + " make no windows over an input of " + x,
                    "export the model again; each has one number from 1 on for each spatial axis, and pads have two");
        }
    }

    /**
     * The kernel of a convolution: what the weight says, or the attribute where that is not known. Throws {@link
     * io.archmeter.graph.UnknownException} where neither says.
     */
    static List<Long> kernel(NodeCall call, Shape weight) {
        List<Long> written = call.attributes().wholes("kernel_shape").orElse(List.of());
        boolean fits = written.isEmpty() || written.size() == weight.rank() - 2;
        List<Long> kernel = new ArrayList<>();
        for (int axis = 2; axis < weight.rank() && fits; axis++) {
            boolean known = weight.axis(axis) instanceof Extent.Known || written.isEmpty();
            kernel.add(known ? weight.extent(axis) : written.get(axis - 2));
        }
        if (!fits || !written.isEmpty() && !written.equals(kernel)) {
            throw call.refusal("kernel_shape " + written + " does not go with a weight of " + weight);
        }
        return kernel;
    }

    /** How many windows there are along each spatial axis. */
    List<Extent> slide(boolean ceil) {
        List<Extent> extents = new ArrayList<>();
        for (int axis = 0; axis < kernel.size(); axis++) {
            extents.add(
                    x.axis(2 + axis) instanceof Extent.Known known
                            ? Extent.of(along(axis, known.value(), ceil))
                            : x.axis(2 + axis));
        }
        return extents;
    }

    private long along(int axis, long extent, boolean ceil) {
        long stride = strides.get(axis);
        long reach = reach(axis);
        if (autoPad.startsWith("SAME")) {
            return Math.floorDiv(Math.addExact(extent, stride - 1), stride);
        }
        long begin = padding(axis);
        long end = padding(axis + kernel.size());
        long room = Math.subtractExact(Math.addExact(extent, Math.addExact(begin, end)), reach);
        boolean rest = Math.floorMod(room, stride) != 0;
        long windows = Math.floorDiv(room, stride) + (ceil && rest ? 2 : 1);
        if (ceil && rest && Math.multiplyExact(windows - 1, stride) >= Math.addExact(extent, begin)) {
            // One that would begin in the padding after the input is left out.
            windows--;
        }
        if (windows < 1) {
            throw new Refusal(
                    "window-too-large",
                    "",
                    "a window over " + reach + " does not fit into " + extent + " with padding of " + begin + " and "
                            + end,
                    "check the extents of the inputs");
        }
        return windows;
    }

    /** From the first to the last element of a window. */
    long reach(int axis) {
        return Math.addExact(Math.multiplyExact(kernel.get(axis) - 1, dilations.get(axis)), 1);
    }

    /** What an axis is padded by: those at its beginnings come first, then those at its ends. */
    long padding(int place) {
        return autoPad.equals("VALID") ? 0 : pads.get(place);
    }

    /** What a node puts out that slides them: so many channels, and a place for each window, where {@code ceil_mode} says how to round. */
    Shape slide(NodeCall call, Extent channels) {
        List<Extent> axes = new ArrayList<>(List.of(x.axis(0), channels));
        axes.addAll(slide(call.attributes().flag("ceil_mode")));
        return Shape.ofAxes(axes);
    }

    /** The taps of all windows together. */
    Formula taps(Shape out) {
        List<Formula> factors = new ArrayList<>(List.of(Formula.elements(out)));
        factors.addAll(taps());
        return Formula.product(factors);
    }

    /** How many taps a window has, as factors. */
    List<Formula> taps() {
        return kernel.stream().map(Formula::of).toList();
    }
}
