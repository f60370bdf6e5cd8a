package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
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
        return Outcome.of(Fact.tensor(call.type(0), out), Fact.tensor(DType.INT64, out));
    };

    private TopK() {}
}
