package io.archmeter.onnx.infer;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** Takes each element from its second or third input, as its first one says: a move. What is not taken need not be known. */
final class Where {
    private Where() {}

    static Outcome infer(NodeCall call) {
        for (Fact input : call.facts()) {
            if (input instanceof Fact.AnyTensor any) {
                return Outcome.of(new Fact.AnyTensor(call.type(1), any.origin()));
            }
        }
        Shape shape = NumpyBroadcast.of(call, List.of(call.shape(0), call.shape(1), call.shape(2)));
        Fact.Tensor output = Fact.tensor(call.type(1), shape);
        boolean followed = call.contentOf(0).isPresent()
                && (call.contentOf(1).isPresent() || call.contentOf(2).isPresent())
                && shape.unknown().isEmpty()
                && shape.elements() <= SmallContent.MOST_ELEMENTS;
        return Outcome.of(followed ? output.with(new SmallContent(elements(call, shape))) : output);
    }

    private static List<FollowedElement> elements(NodeCall call, Shape shape) {
        List<int[]> places = new ArrayList<>();
        for (int input = 0; input < 3; input++) {
            places.add(
                    call.shape(input).unknown().isEmpty()
                            ? NumpyBroadcast.indices(call.shape(input), shape)
                            : new int[(int) shape.elements()]);
        }
        List<FollowedElement> elements = new ArrayList<>();
        for (int index = 0; index < shape.elements(); index++) {
            FollowedElement condition = call.content(0).element(places.get(0)[index]);
            if (condition instanceof FollowedElement.Unknown) {
                elements.add(condition);
            } else {
                int taken = ElementArithmetic.whole(condition) != 0 ? 1 : 2;
                int place = places.get(taken)[index];
                elements.add(call.contentOf(taken)
                        .map(content -> content.element(place))
                        .orElseGet(() -> new FollowedElement.Unknown(call.unknown(taken))));
            }
        }
        return elements;
    }
}
