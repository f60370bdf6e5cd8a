package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code Resize} and {@code Upsample}: along its axes a tensor gets the extents that are given, or ⌊extent·scale⌋, a product of 32 bits
 * as in ONNX Runtime.
 */
final class Resize {
    static final NodeRule RESIZE = Typed.asFirst(call -> infer(call, call.version() < 11 ? 1 : 2, 3));
    static final NodeRule UPSAMPLE = Typed.asFirst(Resize::upsample);

    private static final int LINEAR_TAPS = 2;
    private static final int CUBIC_TAPS = 4;

    private Resize() {}

    private static Outcome upsample(NodeCall call) {
        Optional<Float> height = call.attributes().real("height_scale");
        Optional<Float> width = call.attributes().real("width_scale");
        if (height.isEmpty() || width.isEmpty()) {
            return infer(call, 1, 2);
        }
        Fact.Tensor x = call.tensor(0);
        if (x.shape().rank() != 4) {
            throw call.refusal("Upsample of version 1 takes N×C×H×W, and not " + x.shape());
        }
        Shape out = x.shape()
                .with(2, scaled(x.shape().axis(2), FollowedElement.of((double) height.get())))
                .with(3, scaled(x.shape().axis(3), FollowedElement.of((double) width.get())));
        return interpolated(call, x, out);
    }

    /** @param scales the input that has them, and {@code sizes} the one that has sizes instead */
    private static Outcome infer(NodeCall call, int scales, int sizes) {
        Fact.Tensor x = call.tensor(0);
        List<Integer> axes = axes(call, x.shape().rank());
        boolean bySizes = isGiven(call, sizes);
        if (!bySizes && !isGiven(call, scales)) {
            throw call.refusal(call.operator() + " takes scales or sizes, and has none");
        }
        List<FollowedElement> numbers = Listed.elements(call, bySizes ? sizes : scales);
        if (numbers.size() != axes.size()) {
            throw call.refusal(numbers.size() + " scales or sizes do not go with " + axes.size()
                    + " axes of a tensor of " + x.shape());
        }
        Shape out = x.shape();
        List<Extent> wanted = bySizes ? sizes(call, x.shape(), axes, numbers) : List.of();
        for (int i = 0; i < axes.size(); i++) {
            int axis = axes.get(i);
            Extent extent = bySizes ? wanted.get(i) : cropped(call, scaled(out.axis(axis), numbers.get(i)));
            out = out.with(axis, extent);
        }
        return interpolated(call, x, out);
    }

    private static List<Integer> axes(NodeCall call, int rank) {
        List<Long> axes = new ArrayList<>();
        for (long axis = 0; axis < rank; axis++) {
            axes.add(axis);
        }
        return call.axes(
                call.attributes()
                        .wholes("axes")
                        .filter(written -> !written.isEmpty())
                        .orElse(axes),
                rank);
    }

    /** Exporters write an empty tensor for what is left out. */
    private static boolean isGiven(NodeCall call, int input) {
        return call.has(input)
                && !(call.fact(input) instanceof Fact.Tensor tensor
                        && tensor.shape().axes().contains(Extent.of(0)));
    }

    private static Extent scaled(Extent extent, FollowedElement scale) {
        if (extent.equals(Extent.of(0))) {
            return extent;
        }
        if (scale instanceof FollowedElement.Unknown unknown) {
            return unknown.origin();
        }
        float factor = (float) ElementArithmetic.real(scale);
        if (!(extent instanceof Extent.Known known)) {
            return extent;
        }
        return Extent.of((long) Math.floor(Math.max(0, known.value() * factor)));
    }

    /** Of a crop, ONNX has the extents of the crop scaled, and ONNX Runtime those of the whole. */
    private static Extent cropped(NodeCall call, Extent scaled) {
        String mode = call.attributes().text("coordinate_transformation_mode").orElse("half_pixel");
        return mode.equals("tf_crop_and_resize") ? call.here() : scaled;
    }

    private static List<Extent> sizes(NodeCall call, Shape in, List<Integer> axes, List<FollowedElement> sizes) {
        List<Extent> wanted = new ArrayList<>();
        sizes.forEach(size -> wanted.add(Listed.extent(call, size)));
        String policy = call.attributes().text("keep_aspect_ratio_policy").orElse("stretch");
        if (policy.equals("stretch")) {
            return wanted;
        }
        // One scale for all axes: the smallest, or the largest, that sizes ask for.
        boolean larger = policy.equals("not_smaller");
        float scale = larger ? 0 : Float.POSITIVE_INFINITY;
        List<Extent> kept = new ArrayList<>();
        try {
            for (int i = 0; i < axes.size(); i++) {
                float own = (float) known(wanted.get(i)) / known(in.axis(axes.get(i)));
                scale = larger ? Math.max(scale, own) : Math.min(scale, own);
            }
            for (int axis : axes) {
                kept.add(Extent.of((long) Math.floor(scale * known(in.axis(axis)) + 0.5)));
            }
            return kept;
        } catch (UnknownException notKnown) {
            List<Extent> open = new ArrayList<>();
            axes.forEach(axis -> open.add(notKnown.unknown()));
            return open;
        }
    }

    private static long known(Extent extent) {
        if (extent instanceof Extent.Unknown unknown) {
            throw new UnknownException(unknown);
        }
        return ((Extent.Known) extent).value();
    }

    /** Axis by axis, each with a product for each tap and an add between two. */
    private static Outcome interpolated(NodeCall call, Fact.Tensor x, Shape out) {
        Outcome outcome = Outcome.of(Fact.tensor(x.type(), out));
        String mode = call.attributes().text("mode").orElse("nearest");
        if (mode.equals("nearest")) {
            return outcome;
        }
        int taps = mode.equals("cubic") ? CUBIC_TAPS : LINEAR_TAPS;
        Formula interpolations = Formula.ZERO;
        boolean first = true;
        for (int axis = 0; axis < out.rank(); axis++) {
            if (!out.axis(axis).equals(x.shape().axis(axis))) {
                interpolations = first
                        ? Formula.ONE
                        : Formula.sum(Formula.ONE, Formula.product(Formula.of(taps), interpolations));
                first = false;
            }
        }
        if (call.attributes().flag("antialias") && !first) {
            // As many taps as the scale asks for.
            interpolations = Formula.of((Extent) call.here());
        }
        Formula all = Formula.product(Formula.elements(out), interpolations);
        return outcome.and(ElementaryOperation.ADD, Formula.product(all, Formula.of(taps - 1L)))
                .and(ElementaryOperation.MULTIPLY, Formula.product(all, Formula.of(taps)));
    }
}
