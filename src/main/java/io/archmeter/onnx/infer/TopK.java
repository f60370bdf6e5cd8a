package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code TopK}: the largest or smallest elements along an axis, and their indices. How many comparisons that takes depends on how it is
 * done; none are counted.
 */
final class TopK {
    static final NodeRule RULE = call -> {
        List<FollowedElement> k = Listed.elements(call, 1);
        if (k.size() != 1) {
            throw call.refusal("TopK takes one number of elements, and not " + k.size());
        }
        Extent count = Listed.extent(call, k.get(0));
        Shape in = call.shape(0);
        int axis = call.axis(call.attributes().whole("axis", -1), in.rank());
        if (count instanceof Extent.Known wanted
                && in.axis(axis) instanceof Extent.Known whole
                && wanted.value() > whole.value()) {
            throw call.refusal("the first " + wanted.value() + " of an axis of " + in + " are asked for, which has "
                    + whole.value());
        }
        Shape out = in.with(axis, count);
        return in.rank() == 1 && count instanceof Extent.Known known && isFollowed(call)
                ? sorted(call, (int) known.value())
                : Outcome.of(Fact.tensor(call.type(0), out), Fact.tensor(DType.INT64, out));
    };

    private TopK() {}

    private static boolean isFollowed(NodeCall call) {
        return call.type(0).isWhole()
                && call.contentOf(0).filter(SmallContent::isKnown).isPresent()
                && call.attributes().whole("sorted", 1) != 0;
    }

    /** The first of a list of whole numbers; of two that are equal the one with the lower index is first. */
    private static Outcome sorted(NodeCall call, int count) {
        List<Long> numbers = call.wholes(0);
        boolean largest = call.version() < 11 || call.attributes().whole("largest", 1) != 0;
        List<Integer> order = new ArrayList<>();
        for (int index = 0; index < numbers.size(); index++) {
            order.add(index);
        }
        order.sort((one, other) -> largest
                ? Long.compare(numbers.get(other), numbers.get(one))
                : Long.compare(numbers.get(one), numbers.get(other)));
        List<FollowedElement> values = new ArrayList<>();
        List<FollowedElement> indices = new ArrayList<>();
        for (int index : order.subList(0, count)) {
            values.add(FollowedElement.of(numbers.get(index).longValue()));
            indices.add(FollowedElement.of(index));
        }
        Shape out = Shape.of(count);
        return Outcome.of(Fact.tensor(call.type(0), out, values), Fact.tensor(DType.INT64, out, indices));
    }
}
