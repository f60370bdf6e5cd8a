package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code Concat}: tensors one after the other along an axis. */
final class ConcatRule {
    static final NodeRule RULE = Typed.asFirst(ConcatRule::infer);

    private ConcatRule() {}

    private static Outcome infer(NodeCall call) {
        long axis = call.attributes().whole("axis", 1);
        return Outcome.of(of(call, call.facts(), axis));
    }

    /** Tensors along an axis; throws {@link UnknownException} where the rank of none is known. */
    static Fact.Tensor of(NodeCall call, List<Fact> facts, long written) {
        List<Fact.Tensor> tensors = new ArrayList<>();
        List<Extent.Unknown> unknown = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Tensor tensor) {
                tensors.add(tensor);
            } else {
                unknown.add(fact.unknown().orElseGet(call::here));
            }
        }
        if (tensors.isEmpty()) {
            throw new UnknownException(unknown.isEmpty() ? call.here() : unknown.get(0));
        }
        DType type = tensors.get(0).type();
        int axis = call.axis(written, tensors.get(0).shape().rank());
        Shape out = shape(call, tensors, axis);
        if (!unknown.isEmpty()) {
            return Fact.tensor(type, out.with(axis, unknown.get(0)));
        }
        if (!ElementPlaces.isSmall(out)
                || tensors.stream().anyMatch(tensor -> tensor.content().isEmpty())) {
            return Fact.tensor(type, out);
        }
        List<Fact.Tensor> parts = tensors.stream()
                .filter(tensor -> !tensor.content().orElseThrow().elements().isEmpty())
                .toList();
        int[] starts = starts(parts, axis);
        return ElementPlaces.filled(type, out, place -> element(parts, starts, axis, place));
    }

    private static Shape shape(NodeCall call, List<Fact.Tensor> tensors, int along) {
        Shape first = tensors.get(0).shape();
        List<Extent> axes = first.axes();
        List<Extent> parts = new ArrayList<>();
        for (Fact.Tensor tensor : tensors) {
            if (tensor.shape().rank() != first.rank()) {
                throw call.refusal("tensors of " + first + " and " + tensor.shape() + " have other ranks");
            }
            parts.add(tensor.shape().axis(along));
            for (int axis = 0; axis < first.rank(); axis++) {
                if (axis != along) {
                    axes.set(
                            axis,
                            ExtentArithmetic.same(
                                    call, axes.get(axis), tensor.shape().axis(axis)));
                }
            }
        }
        axes.set(along, ExtentArithmetic.sum(parts));
        return Shape.ofAxes(axes);
    }

    /** Where each part begins along the axis. */
    private static int[] starts(List<Fact.Tensor> parts, int axis) {
        int[] starts = new int[parts.size()];
        for (int part = 1; part < starts.length; part++) {
            starts[part] = starts[part - 1] + (int) parts.get(part - 1).shape().extent(axis);
        }
        return starts;
    }

    private static FollowedElement element(List<Fact.Tensor> parts, int[] starts, int axis, int[] place) {
        int found = Arrays.binarySearch(starts, place[axis]);
        int part = found < 0 ? -found - 2 : found;
        return ElementPlaces.at(parts.get(part), ElementPlaces.with(place, axis, place[axis] - starts[part]));
    }
}
