package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/**
 * Products of matrices in whole numbers, and those that ONNX Runtime fuses with what follows them. A bias is an add; a zero point is one
 * for each element that it is taken from, a scale a product, and numbers of few bits are cut to their range by two comparisons.
 */
final class MatrixProducts {
    static final NodeRule INTEGER = call -> {
        MatrixProduct product = MatrixProduct.of(call, call.shape(0), call.shape(1));
        return zeroPoint(zeroPoint(made(product, DType.INT32), call, 2, 0), call, 3, 1);
    };

    /** Each matrix is followed by its scale and its zero point. The output has the type of its own zero point. */
    static final NodeRule QLINEAR = call -> {
        MatrixProduct product = MatrixProduct.of(call, call.shape(0), call.shape(3));
        return quantized(zeroPoint(zeroPoint(made(product, call.type(7)), call, 2, 0), call, 5, 3), product);
    };

    /** What is left in whole numbers where it has no scale of its own. */
    static final NodeRule QGEMM = call -> {
        Shape a = call.shape(0);
        Shape b = call.shape(3);
        MatrixProduct product = MatrixProduct.of(
                call,
                call.attributes().flag("transA") ? MatrixProduct.transposed(a) : a,
                call.attributes().flag("transB") ? MatrixProduct.transposed(b) : b);
        boolean scaled = call.has(7);
        Outcome outcome = made(product, scaled ? call.has(8) ? call.type(8) : DType.UINT8 : call.type(1));
        outcome = bias(zeroPoint(zeroPoint(outcome, call, 2, 0), call, 5, 3), call, 6, product);
        return scaled
                ? quantized(outcome, product)
                : PerElement.and(outcome, Formula.elements(product.out()), MULTIPLY);
    };

    static final NodeRule INTEGER_TO_FLOAT = call -> {
        MatrixProduct product = MatrixProduct.of(call, call.shape(0), call.shape(1));
        Outcome outcome = PerElement.and(made(product, call.type(2)), Formula.elements(product.out()), MULTIPLY);
        return bias(zeroPoint(zeroPoint(outcome, call, 4, 0), call, 5, 1), call, 6, product);
    };

    /** Its first matrix is quantized as {@code DynamicQuantizeLinear} does. */
    static final NodeRule DYNAMIC = call -> {
        MatrixProduct product = MatrixProduct.of(call, call.shape(0), call.shape(1));
        Outcome outcome = PerElement.and(
                made(product, call.type(0)), call.elements(0), COMPARE, COMPARE, DIVIDE, ADD, COMPARE, COMPARE);
        outcome = PerElement.and(outcome, Formula.elements(product.out()), MULTIPLY);
        return bias(zeroPoint(outcome, call, 3, 1), call, 4, product);
    };

    /**
     * {@code transA} exchanges the last two axes; {@code transBatchA} makes the first one the last but one before that, so that what is
     * stacked lies behind it.
     */
    static final NodeRule FUSED = call -> {
        MatrixProduct product = MatrixProduct.of(
                call,
                turned(
                        call.shape(0),
                        call.attributes().flag("transA"),
                        call.attributes().flag("transBatchA")),
                turned(
                        call.shape(1),
                        call.attributes().flag("transB"),
                        call.attributes().flag("transBatchB")));
        Outcome outcome = made(product, call.type(0));
        boolean scaled = call.attributes().real("alpha").orElse(1F) != 1F;
        return scaled ? PerElement.and(outcome, Formula.elements(product.out()), MULTIPLY) : outcome;
    };

    /** {@code B} is packed: K and N are attributes, and its elements are dequantized by a product, and an add for a zero point. */
    static final NodeRule PACKED = call -> {
        long depth = call.attributes().whole("K").orElseThrow(() -> call.refusal(call.operator() + " has no K"));
        long columns = call.attributes().whole("N").orElseThrow(() -> call.refusal(call.operator() + " has no N"));
        MatrixProduct product = MatrixProduct.of(call, call.shape(0), Shape.of(depth, columns));
        Formula weights = Formula.product(depth, columns);
        Outcome outcome = PerElement.and(made(product, call.type(0)), weights, MULTIPLY);
        boolean blocks = call.operator().equals("MatMulNBits");
        outcome = blocks && call.has(3) ? PerElement.and(outcome, weights, ADD) : outcome;
        return blocks ? bias(outcome, call, 5, product) : outcome;
    };

    private MatrixProducts() {}

    private static Outcome made(MatrixProduct product, DType type) {
        return Outcome.of(Fact.tensor(type, product.out())).multiplying(product.multiplyAdds());
    }

    private static Outcome zeroPoint(Outcome outcome, NodeCall call, int input, int of) {
        return call.has(input) ? PerElement.and(outcome, call.elements(of), ADD) : outcome;
    }

    private static Outcome bias(Outcome outcome, NodeCall call, int input, MatrixProduct product) {
        return call.has(input) ? PerElement.and(outcome, Formula.elements(product.out()), ADD) : outcome;
    }

    private static Outcome quantized(Outcome outcome, MatrixProduct product) {
        return PerElement.and(outcome, Formula.elements(product.out()), MULTIPLY, ADD, COMPARE, COMPARE);
    }

    private static Shape turned(Shape matrices, boolean transposed, boolean batch) {
        Shape turned = matrices;
        if (batch && matrices.rank() > 2) {
            int rank = matrices.rank();
            List<Extent> axes = new ArrayList<>(matrices.axes().subList(1, rank - 1));
            axes.add(matrices.axis(0));
            axes.add(matrices.axis(rank - 1));
            turned = Shape.ofAxes(axes);
        }
        return transposed ? MatrixProduct.transposed(turned) : turned;
    }
}
