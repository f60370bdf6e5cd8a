package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** A window over the spatial axes of N×C×…, one {@link Axis} for each. */
public record Window(List<Axis> axes) {
    static final Argument<PerAxis> KERNEL = Argument.perAxis("kernel", "taps of the window, along each spatial axis");
    static final Argument<PerAxis> STRIDE =
            Argument.perAxis("stride", "steps from one window to the next").or(PerAxis.of(1));
    static final Argument<Padding> PADDING = Argument.padding(
                    "padding", "zeros around the input", Padding.SAME, Padding.VALID)
            .or(Padding.NONE);
    static final Argument<PerAxis> DILATION =
            Argument.perAxis("dilation", "steps from one tap to the next").or(PerAxis.of(1));

    public Window {
        axes = List.copyOf(axes);
    }

    /** Makes the window explicit for an input, whose rank decides how many axes there are. */
    static Window read(Shape input, PerAxis kernel, PerAxis stride, Padding padding, PerAxis dilation) {
        int rank = requireSpatial(input);
        kernel.requireRank(KERNEL.name(), rank);
        stride.requireRank(STRIDE.name(), rank);
        dilation.requireRank(DILATION.name(), rank);
        if (padding instanceof Padding.Explicit explicit) {
            explicit.requireRank(PADDING.name(), rank);
        }
        List<Axis> axes = new ArrayList<>();
        for (int a = 0; a < rank; a++) {
            Axis bare = new Axis(kernel.get(a), stride.get(a), 0, 0, dilation.get(a));
            axes.add(padded(bare, padding, a, rank, input));
        }
        return new Window(axes);
    }

    private static Axis padded(Axis bare, Padding padding, int axis, int rank, Shape input) {
        if (padding instanceof Padding.Explicit explicit) {
            return new Axis(
                    bare.kernel(), bare.stride(), explicit.begin(axis), explicit.end(axis, rank), bare.dilation());
        }
        long extent = input.extent(axis + 2);
        long lastStart = (extent - 1) / bare.stride() * bare.stride();
        int total = Math.toIntExact(Math.max(0, lastStart - extent + bare.span()));
        return new Axis(bare.kernel(), bare.stride(), total / 2, total - total / 2, bare.dilation());
    }

    /** How many spatial axes the input has; refuses an input without any. */
    static int requireSpatial(Shape input) {
        if (input.spatialRank() == 0) {
            throw new Refusal(
                    "wrong-rank",
                    "",
                    "a window slides over N×C×H×W or another shape with spatial axes, but the input is " + input,
                    "put this layer before the tensor is flattened");
        }
        for (int axis = 1; axis < input.rank(); axis++) {
            if (input.axis(axis).equals(Extent.of(0))) {
                throw new Refusal(
                        "empty-input",
                        "",
                        "a window has nothing to slide over: the input is " + input,
                        "leave the layer out, or give it an input with elements");
            }
        }
        return input.spatialRank();
    }

    /** The input's spatial extents after the window has slid over them. */
    List<Formula> slide(Shape input, Rounding rounding) {
        requireRank(KERNEL.name(), axes.size(), input);
        boolean anyPadding = false;
        for (Axis axis : axes) {
            anyPadding |= axis.padded();
        }
        List<Formula> extents = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            Extent extent = input.axis(a + 2);
            extents.add(
                    extent instanceof Extent.Known known
                            ? axes.get(a).slide(known.value(), rounding, anyPadding)
                            : Formula.of(extent));
        }
        return extents;
    }

    /**
     * What PyTorch slides over. Its windows have the same padding on both sides; where they differ, it slides over a copy that is
     * padded by the difference ({@code _convolution_mode} of ATen's {@code Convolution.cpp}).
     */
    Shape evened(Shape input) {
        Shape padded = input;
        for (int a = 0; a < axes.size(); a++) {
            long difference = Math.abs((long) axes.get(a).padEnd() - axes.get(a).padBegin());
            if (difference > 0 && input.axis(a + 2) instanceof Extent.Known known) {
                padded = padded.with(a + 2, Math.addExact(known.value(), difference));
            }
        }
        return padded;
    }

    /** The input with what is put around it. */
    Shape padded(Shape input) {
        Shape padded = input;
        for (int a = 0; a < axes.size(); a++) {
            if (input.axis(a + 2) instanceof Extent.Known known) {
                long both = (long) axes.get(a).padBegin() + axes.get(a).padEnd();
                padded = padded.with(a + 2, Math.addExact(known.value(), both));
            }
        }
        return padded;
    }

    /** Taps of one window: the product of the kernel's extents. */
    Formula taps() {
        long[] taps = new long[axes.size()];
        for (int a = 0; a < taps.length; a++) {
            taps[a] = axes.get(a).kernel();
        }
        return Formula.product(taps);
    }

    /** The taps of all windows that fall on the input: those along each axis, multiplied. */
    Formula tapsOnInput(Shape input, Shape output) {
        Formula[] taps = new Formula[axes.size()];
        for (int a = 0; a < taps.length; a++) {
            Extent positions = input.axis(a + 2);
            Extent windows = output.axis(a + 2);
            if (positions instanceof Extent.Known in && windows instanceof Extent.Known out) {
                taps[a] = axes.get(a).tapsOnInput(in.value(), out.value());
            } else {
                taps[a] = Formula.of(positions instanceof Extent.Unknown ? positions : windows);
            }
        }
        return Formula.product(taps);
    }

    /** Refuses an input with another number of spatial axes than the attributes were made explicit for. */
    static void requireRank(String argument, int axes, Shape input) {
        if (requireSpatial(input) != axes) {
            throw new Refusal(
                    "wrong-rank",
                    argument,
                    argument + " is for " + axes + " spatial axes, but the input is " + input,
                    "give it an input with " + axes + " axes after the channels");
        }
    }
}
