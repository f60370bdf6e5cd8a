package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.List;
import java.util.Map;

/** Operations that are done for each of some elements. */
final class PerElement {
    /** e⁻ˣ, a sum, and a division. */
    static final List<ElementaryOperation> SIGMOID =
            List.of(ElementaryOperation.EXPONENTIAL, ElementaryOperation.ADD, ElementaryOperation.DIVIDE);

    /** Two exponentials, their sum and difference, and a division. */
    static final List<ElementaryOperation> TANH = List.of(
            ElementaryOperation.EXPONENTIAL,
            ElementaryOperation.EXPONENTIAL,
            ElementaryOperation.ADD,
            ElementaryOperation.ADD,
            ElementaryOperation.DIVIDE);

    /** The largest, differences from it, their exponentials, the sum of these, and divisions by it. */
    static final List<ElementaryOperation> SOFTMAX = List.of(
            ElementaryOperation.COMPARE,
            ElementaryOperation.ADD,
            ElementaryOperation.ADD,
            ElementaryOperation.EXPONENTIAL,
            ElementaryOperation.DIVIDE);

    private PerElement() {}

    /** An operator whose output has the type and the shape of its first input. */
    static NodeRule rule(List<ElementaryOperation> each) {
        return call -> outcome(call, call.type(0), each);
    }

    /** One whose output has the shape of its first input. */
    static NodeRule rule(DType type, ElementaryOperation... each) {
        return call -> outcome(call, type, List.of(each));
    }

    /** One whose input and output have a scale and a zero point: they are taken from it and put to it. */
    static NodeRule quantized(List<ElementaryOperation> each) {
        return call -> requantized(outcome(call, call.type(0), each), call.elements(0), call.elements(0));
    }

    /** A product and an add for each element that is taken; a division, an add and two comparisons for each that is made. */
    static Outcome requantized(Outcome outcome, Formula taken, Formula made) {
        return and(
                and(outcome, taken, ElementaryOperation.MULTIPLY, ElementaryOperation.ADD),
                made,
                ElementaryOperation.DIVIDE,
                ElementaryOperation.ADD,
                ElementaryOperation.COMPARE,
                ElementaryOperation.COMPARE);
    }

    private static Outcome outcome(NodeCall call, DType type, List<ElementaryOperation> each) {
        Shape shape = call.shape(0);
        Outcome outcome = Outcome.of(Fact.tensor(type, shape));
        return and(type == call.type(0) ? outcome.inPlace() : outcome, Formula.elements(shape), each);
    }

    static Outcome and(Outcome outcome, Formula elements, ElementaryOperation... operations) {
        return and(outcome, elements, List.of(operations));
    }

    static Outcome and(Outcome outcome, Formula elements, List<ElementaryOperation> operations) {
        Map<ElementaryOperation, Long> times = ElementwiseRules.costs(operations.toArray(new ElementaryOperation[0]));
        Outcome more = outcome;
        for (Map.Entry<ElementaryOperation, Long> operation : times.entrySet()) {
            long count = operation.getValue();
            more = more.and(operation.getKey(), count == 1 ? elements : Formula.product(Formula.of(count), elements));
        }
        return more;
    }
}
