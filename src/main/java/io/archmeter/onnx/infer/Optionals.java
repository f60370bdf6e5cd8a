package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.List;

/** Values that may be there or not; what is there is known as itself. */
final class Optionals {
    static final NodeRule OPTIONAL =
            call -> Outcome.of(call.has(0) ? call.fact(0) : new Fact.Nothing()).view();
    static final NodeRule GET_ELEMENT = Optionals::getElement;
    static final NodeRule HAS_ELEMENT = Optionals::hasElement;

    private Optionals() {}

    private static Outcome getElement(NodeCall call) {
        if (call.fact(0) instanceof Fact.Nothing) {
            throw call.refusal("OptionalGetElement is to take out of a value what is not in it");
        }
        return Outcome.of(call.fact(0)).view();
    }

    private static Outcome hasElement(NodeCall call) {
        FollowedElement there = FollowedElement.of(call.has(0) && !(call.fact(0) instanceof Fact.Nothing));
        if (call.has(0) && call.fact(0) instanceof Fact.Anything anything) {
            there = FollowedElement.of((Extent) anything.origin());
        }
        return Outcome.of(Fact.tensor(DType.BOOL, Shape.of(), List.of(there)));
    }
}
