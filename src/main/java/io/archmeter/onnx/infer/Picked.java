package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators that put out so many elements as their inputs have of a kind: {@code NonZero} and {@code Compress}. */
final class Picked {
    static final NodeRule NON_ZERO = Picked::nonZero;
    static final NodeRule COMPRESS = Typed.asFirst(Picked::compress);

    private Picked() {}

    /** The places of elements that are not 0: a column for each, with its indices. */
    private static Outcome nonZero(NodeCall call) {
        Fact.Tensor data;
        try {
            data = call.tensor(0);
        } catch (UnknownException notKnown) {
            return Outcome.of(Fact.tensor(DType.INT64, Shape.ofAxes(List.of(notKnown.unknown(), call.here()))));
        }
        int rank = data.shape().rank();
        // Of a scalar, ONNX has no row, and ONNX Runtime one.
        Extent rows = rank == 0 ? call.here() : Extent.of(rank);
        if (data.content().isEmpty() || !data.content().get().isKnown()) {
            boolean empty = data.shape().axes().contains(Extent.of(0));
            Extent columns = empty ? Extent.of(0) : call.here();
            return Outcome.of(Fact.tensor(DType.INT64, Shape.ofAxes(List.of(rows, columns))));
        }
        List<int[]> places = new ArrayList<>();
        for (int index = 0; index < data.content().get().size(); index++) {
            if (ElementArithmetic.real(data.content().get().element(index)) != 0) {
                places.add(ElementPlaces.of(data.shape(), index));
            }
        }
        Shape shape = Shape.ofAxes(List.of(rows, Extent.of(places.size())));
        return Outcome.of(ElementPlaces.filled(
                DType.INT64, shape, place -> FollowedElement.of((long) places.get(place[1])[place[0]])));
    }

    /** The slices along an axis, or the elements, where a condition holds. */
    private static Outcome compress(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        Shape in = data.shape();
        boolean along = call.attributes().has("axis");
        int axis = along ? call.axis(call.attributes().whole("axis", 0), in.rank()) : 0;
        Shape from = along ? in : Shape.ofAxes(List.of(ExtentArithmetic.product(in.axes())));
        Optional<List<Integer>> taken = taken(call, from.axis(axis));
        if (taken.isEmpty()) {
            Extent none = from.axis(axis).equals(Extent.of(0)) ? Extent.of(0) : call.unknown(1);
            return Outcome.of(Fact.tensor(data.type(), from.with(axis, none)));
        }
        Fact.Tensor listed = along ? data : ElementPlaces.reshaped(data, from);
        return Outcome.of(ElementPlaces.moved(
                listed,
                from.with(axis, taken.get().size()),
                place -> ElementPlaces.with(place, axis, taken.get().get(place[axis]))));
    }

    /** The indices for which the condition holds, which may be shorter than the axis. */
    private static Optional<List<Integer>> taken(NodeCall call, Extent extent) {
        Optional<SmallContent> condition = call.contentOf(1);
        if (condition.isEmpty() || !condition.get().isKnown()) {
            return Optional.empty();
        }
        List<Integer> taken = new ArrayList<>();
        for (int index = 0; index < condition.get().size(); index++) {
            if (condition.get().whole(index) != 0) {
                taken.add(index);
            }
        }
        if (!taken.isEmpty() && extent instanceof Extent.Known known && taken.get(taken.size() - 1) >= known.value()) {
            throw call.refusal(
                    "a condition of " + condition.get().size() + " is longer than an axis of " + known.value());
        }
        return Optional.of(taken);
    }
}
