package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Transposed convolutions: N×C×… and a weight of C×(M / group)×kernel make N×M×…. One multiply-add for each tap of each element of the
 * input, those that are cut off included; a bias is an add.
 */
final class ConvTransposeRule {
    private ConvTransposeRule() {}

    static Outcome infer(NodeCall call) {
        Shape x = call.shape(0);
        Shape weight = call.shape(1);
        if (x.rank() != weight.rank() || x.rank() < 3) {
            throw call.refusal("a weight of " + weight + " does not go with an input of " + x);
        }
        if (x.axis(1) instanceof Extent.Known channels
                && weight.axis(0) instanceof Extent.Known filters
                && channels.value() != filters.value()) {
            throw call.refusal(channels.value() + " channels do not go with a weight of " + weight + ", which takes "
                    + filters.value());
        }
        long group = call.attributes().whole("group", 1);
        Formula width = Formula.of(weight.axis(1));
        List<Extent> axes = new ArrayList<>(List.of(x.axis(0)));
        axes.add(
                weight.axis(1) instanceof Extent.Known each
                        ? Extent.of(Math.multiplyExact(each.value(), group))
                        : weight.axis(1));
        SpatialWindows windows = SpatialWindows.of(call, SpatialWindows.kernel(call, weight), x);
        axes.addAll(spatial(call, x, windows));
        Shape out = Shape.ofAxes(axes);
        List<Formula> factors = new ArrayList<>(List.of(Formula.elements(x), width));
        factors.addAll(windows.taps());
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out)).multiplying(Formula.product(factors));
        return call.has(2) ? outcome.and(ElementaryOperation.ADD, Formula.elements(out)) : outcome;
    }

    private static List<Extent> spatial(NodeCall call, Shape x, SpatialWindows windows) {
        int count = x.rank() - 2;
        List<Long> more = numbers(call, "output_padding").orElse(List.of());
        Optional<List<Long>> given = numbers(call, "output_shape");
        if (!more.isEmpty() && more.size() != count
                || given.isPresent() && given.get().size() < count) {
            throw new Refusal(
                    "bad-window",
                    "",
                    "output_padding " + more + " and output_shape " + given.orElse(List.of())
                            + " have no number for each spatial axis of an input of " + x,
                    "export the model again");
        }
        List<Extent> extents = new ArrayList<>();
        for (int axis = 0; axis < count; axis++) {
            if (given.isPresent()) {
                // Some files have the batch and the channels in front.
                extents.add(Extent.of(given.get().get(given.get().size() - count + axis)));
            } else {
                extents.add(
                        x.axis(2 + axis) instanceof Extent.Known known
                                ? Extent.of(along(windows, axis, known.value(), more.isEmpty() ? 0 : more.get(axis)))
                                : x.axis(2 + axis));
            }
        }
        return extents;
    }

    private static Optional<List<Long>> numbers(NodeCall call, String name) {
        return call.attributes().wholes(name).filter(numbers -> !numbers.isEmpty());
    }

    /** A stride for each step of the input, a window at its end, and what is cut off at both ends. */
    private static long along(SpatialWindows windows, int axis, long extent, long more) {
        if (extent == 0) {
            return 0;
        }
        long stride = windows.strides().get(axis);
        long all = Math.addExact(Math.multiplyExact(extent - 1, stride), Math.addExact(windows.reach(axis), more));
        if (windows.autoPad().startsWith("SAME")) {
            // As much is cut off as is beyond a stride for each element; a kernel below the stride leaves less (ONNX
            // Runtime).
            return Math.min(all, Math.multiplyExact(extent, stride));
        }
        long cut = Math.addExact(
                windows.padding(axis), windows.padding(axis + windows.kernel().size()));
        if (cut > all) {
            throw new Refusal(
                    "window-too-large",
                    "",
                    "padding of " + cut + " cuts off more than the " + all + " elements that there are",
                    "check the extents of the inputs");
        }
        return all - cut;
    }
}
