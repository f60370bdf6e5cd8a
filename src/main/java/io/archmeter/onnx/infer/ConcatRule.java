package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
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
        if (tensors.stream().anyMatch(tensor -> tensor.content().isEmpty())) {
            return Fact.tensor(type, out);
        }
        return ElementPlaces.filled(type, out, place -> element(tensors, axis, place));
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

    private static FollowedElement element(List<Fact.Tensor> tensors, int axis, int[] place) {
        int rest = place[axis];
        for (Fact.Tensor tensor : tensors) {
            int extent = (int) tensor.shape().extent(axis);
            if (rest < extent) {
                return ElementPlaces.at(tensor, ElementPlaces.with(place, axis, rest));
            }
            rest -= extent;
        }
        throw new IllegalStateException("no part of a whole has " + rest);
    }
}
