package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.List;

/**
 * {@code alpha·A·B + beta·C}: M×K and K×N, each perhaps transposed, to M×N; C, which may be left out, is stretched to that. One
 * multiply-add for each element of a row for each element of the output.
 */
final class Gemm {
    private Gemm() {}

    static Outcome infer(NodeCall call) {
        Shape first = matrix(call, 0, "transA");
        Shape second = matrix(call, 1, "transB");
        Shape out = MatMul.shape(call, first, second);
        Formula elements = Formula.elements(out);
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out))
                .multiplying(Formula.product(elements, Formula.of(MatMul.depth(first, second))));
        if (factor(call, "alpha") != 1) {
            outcome = outcome.and(MULTIPLY, elements);
        }
        if (!call.has(2)) {
            return outcome;
        }
        if (call.fact(2) instanceof Fact.Tensor added) {
            requireFit(call, added.shape(), out);
            if (factor(call, "beta") != 1) {
                outcome = outcome.and(MULTIPLY, Formula.elements(added.shape()));
            }
        }
        return outcome.and(ADD, elements);
    }

    private static float factor(NodeCall call, String name) {
        return call.attributes().real(name).orElse(1f);
    }

    private static Shape matrix(NodeCall call, int input, String transposed) {
        Shape shape = call.shape(input);
        if (shape.rank() != 2) {
            throw call.refusal(call.operator() + " multiplies matrices, but input " + (input + 1) + " is " + shape);
        }
        return call.attributes().flag(transposed) ? Shape.ofAxes(List.of(shape.axis(1), shape.axis(0))) : shape;
    }

    private static void requireFit(NodeCall call, Shape added, Shape out) {
        Shape both = added.rank() > 2 ? added : NumpyBroadcast.of(call, List.of(added, out));
        for (int axis = 0; axis < both.rank(); axis++) {
            if (both.rank() > 2
                    || out.axis(axis) instanceof Extent.Known own
                            && both.axis(axis) instanceof Extent.Known stretched
                            && own.value() != stretched.value()) {
                throw call.refusal("a third input of " + added + " cannot be stretched to a product of " + out);
            }
        }
    }
}
