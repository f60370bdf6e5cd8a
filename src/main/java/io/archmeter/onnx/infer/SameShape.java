package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.List;

/** Operators whose output has the shape of their first input, and the operations that they take for each of its elements. */
final class SameShape {
    private SameShape() {}

    static NodeRule of(ElementaryOperation... each) {
        return call -> outcome(call, call.type(0), List.of(each));
    }

    static NodeRule of(DType type, ElementaryOperation... each) {
        return call -> outcome(call, type, List.of(each));
    }

    /** Those with a scale and a zero point before and after: a product and an add each, and two comparisons with the range of the type. */
    static NodeRule quantized(List<ElementaryOperation> each) {
        return call -> PerElement.and(
                PerElement.and(
                        outcome(call, call.type(0), each),
                        call.elements(0),
                        ElementaryOperation.MULTIPLY,
                        ElementaryOperation.ADD),
                call.elements(0),
                ElementaryOperation.DIVIDE,
                ElementaryOperation.ADD,
                ElementaryOperation.COMPARE,
                ElementaryOperation.COMPARE);
    }

    private static Outcome outcome(NodeCall call, DType type, List<ElementaryOperation> each) {
        Shape shape = call.shape(0);
        Outcome outcome = Outcome.of(Fact.tensor(type, shape));
        return PerElement.and(type == call.type(0) ? outcome.inPlace() : outcome, Formula.elements(shape), each);
    }
}
