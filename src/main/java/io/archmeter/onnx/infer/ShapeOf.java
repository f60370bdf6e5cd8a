package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.List;

/** {@code Shape} and {@code Size}: the extents of a tensor as elements, where extents may be unknown. */
final class ShapeOf {
    static final NodeRule SHAPE = ShapeOf::shape;
    static final NodeRule SIZE = ShapeOf::size;

    private ShapeOf() {}

    private static Outcome shape(NodeCall call) {
        Shape shape;
        try {
            shape = call.shape(0);
        } catch (UnknownException notKnown) {
            return Outcome.of(Fact.tensor(DType.INT64, Shape.ofAxes(List.of(call.unknown(0)))));
        }
        int rank = shape.rank();
        int start = bound(call.attributes().whole("start", 0), rank);
        int end = bound(call.attributes().whole("end", rank), rank);
        List<FollowedElement> elements = new ArrayList<>();
        for (int axis = start; axis < end; axis++) {
            elements.add(FollowedElement.of(shape.axis(axis)));
        }
        return Outcome.of(Fact.wholes(elements));
    }

    private static int bound(long written, int rank) {
        return (int) Math.max(0, Math.min(rank, written < 0 ? written + rank : written));
    }

    private static Outcome size(NodeCall call) {
        FollowedElement size;
        try {
            size = FollowedElement.of(ExtentArithmetic.product(call.shape(0).axes()));
        } catch (UnknownException notKnown) {
            size = FollowedElement.of((Extent) call.unknown(0));
        }
        return Outcome.of(Fact.tensor(DType.INT64, Shape.of(), List.of(size)));
    }
}
