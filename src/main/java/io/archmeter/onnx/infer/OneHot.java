package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.List;

/** {@code OneHot}: for each index a row of {@code depth} elements along a new axis, all the first value but one, which is the second. */
final class OneHot {
    static final NodeRule RULE = OneHot::infer;

    private OneHot() {}

    private static Outcome infer(NodeCall call) {
        Fact.Tensor indices;
        try {
            indices = call.tensor(0);
        } catch (UnknownException notKnown) {
            return Outcome.of(new Fact.AnyTensor(call.type(2), notKnown.unknown()));
        }
        List<FollowedElement> depth = Listed.elements(call, 1);
        if (depth.size() != 1) {
            throw call.refusal("OneHot takes one depth, and not " + depth.size());
        }
        int axis =
                call.axis(call.attributes().whole("axis", -1), indices.shape().rank() + 1);
        List<Extent> axes = new ArrayList<>(indices.shape().axes());
        axes.add(axis, Listed.extent(call, depth.get(0)));
        Shape out = Shape.ofAxes(axes);
        if (indices.content().isEmpty()
                || call.contentOf(2).filter(values -> values.size() == 2).isEmpty()) {
            return Outcome.of(Fact.tensor(call.type(2), out));
        }
        return Outcome.of(ElementPlaces.filled(call.type(2), out, place -> {
            int[] source = new int[place.length - 1];
            System.arraycopy(place, 0, source, 0, axis);
            System.arraycopy(place, axis + 1, source, axis, source.length - axis);
            return element(ElementPlaces.at(indices, source), out.extent(axis), place[axis], call.content(2));
        }));
    }

    private static FollowedElement element(FollowedElement index, long depth, int place, SmallContent values) {
        if (index instanceof FollowedElement.Unknown) {
            return index;
        }
        long written = ElementArithmetic.whole(index);
        return values.element((written < 0 ? written + depth : written) == place ? 1 : 0);
    }
}
