package io.archmeter.onnx.infer;

import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.EnumMap;
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

    static Outcome and(Outcome outcome, Formula elements, ElementaryOperation... operations) {
        return and(outcome, elements, List.of(operations));
    }

    static Outcome and(Outcome outcome, Formula elements, List<ElementaryOperation> operations) {
        Map<ElementaryOperation, Long> times = new EnumMap<>(ElementaryOperation.class);
        operations.forEach(operation -> times.merge(operation, 1L, Long::sum));
        Outcome more = outcome;
        for (Map.Entry<ElementaryOperation, Long> operation : times.entrySet()) {
            long count = operation.getValue();
            more = more.and(
                    operation.getKey(), count == 1 ? elements : Formula.product(Formula.of(count), elements));
        }
        return more;
    }
}
