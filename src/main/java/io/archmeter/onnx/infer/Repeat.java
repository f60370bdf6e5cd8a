package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code Expand} stretches axes of extent 1, in both directions; {@code Tile} repeats a tensor along its axes. */
final class Repeat {
    static final NodeRule EXPAND = Typed.asFirst(Repeat::expand);
    static final NodeRule TILE = Typed.asFirst(Repeat::tile);

    private Repeat() {}

    private static Outcome expand(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        Shape out = NumpyBroadcast.of(call, List.of(data.shape(), Listed.shape(call, 1)));
        if (data.content().isEmpty() || !ElementPlaces.isSmall(out)) {
            return Outcome.of(Fact.tensor(data.type(), out));
        }
        List<FollowedElement> elements = new ArrayList<>();
        for (int index : NumpyBroadcast.indices(data.shape(), out)) {
            elements.add(data.content().get().element(index));
        }
        return Outcome.of(Fact.tensor(data.type(), out, elements));
    }

    private static Outcome tile(NodeCall call) {
        Fact.Tensor data = call.tensor(0);
        Shape in = data.shape();
        List<FollowedElement> repeats = call.inputs() > 2 ? ofOneAxis(call, in.rank()) : Listed.elements(call, 1);
        if (repeats.size() != in.rank()) {
            throw call.refusal(repeats.size() + " repeats do not go with a tensor of " + in);
        }
        List<Extent> axes = new ArrayList<>();
        for (int axis = 0; axis < in.rank(); axis++) {
            axes.add(ExtentArithmetic.product(in.axis(axis), Listed.extent(call, repeats.get(axis))));
        }
        return Outcome.of(ElementPlaces.moved(data, Shape.ofAxes(axes), place -> {
            int[] source = new int[place.length];
            for (int axis = 0; axis < place.length; axis++) {
                source[axis] = place[axis] % (int) in.extent(axis);
            }
            return source;
        }));
    }

    /** Version 1 repeats along one axis, which is its third input. */
    private static List<FollowedElement> ofOneAxis(NodeCall call, int rank) {
        List<FollowedElement> repeats = new ArrayList<>(Collections.nCopies(rank, FollowedElement.of(1)));
        List<FollowedElement> times = Listed.elements(call, 1);
        if (times.size() != 1) {
            throw call.refusal("Tile of version 1 takes one number of copies, and not " + times.size());
        }
        repeats.set(call.axis(call.whole(2), rank), times.get(0));
        return repeats;
    }
}
