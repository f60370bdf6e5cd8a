package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.EXPONENTIAL;
import static io.archmeter.op.ElementaryOperation.LOGARITHM;

import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.List;

/**
 * {@code Softmax}, {@code LogSoftmax} and {@code Hardmax}, in the shape of their input: along an axis since version 13, and before over
 * all axes from one on.
 */
final class SoftmaxRule {
    private SoftmaxRule() {}

    static Outcome infer(NodeCall call) {
        Shape x = call.shape(0);
        boolean flat = call.version() < 13;
        // The default of old files is the end of a vector, which has one axis.
        long written = call.attributes().whole("axis", flat ? 1 : -1);
        boolean atEnd = flat && written == x.rank();
        int axis = atEnd ? x.rank() : call.axis(written, x.rank());
        List<Integer> axes = flat ? ReducedAxes.from(axis, x) : List.of(axis);
        Formula elements = Formula.elements(x);
        Outcome outcome = Outcome.of(call.tensor(0).withoutContent()).inPlace().and(COMPARE, elements);
        return switch (call.operator()) {
            case "Hardmax" -> outcome;
            case "LogSoftmax" ->
                outcome.and(ADD, Formula.product(elements, Formula.of(3)))
                        .and(EXPONENTIAL, elements)
                        .and(LOGARITHM, Formula.elements(ReducedAxes.of(x, axes, false)));
            default ->
                outcome.and(ADD, Formula.product(elements, Formula.of(2)))
                        .and(EXPONENTIAL, elements)
                        .and(DIVIDE, elements);
        };
    }
}
