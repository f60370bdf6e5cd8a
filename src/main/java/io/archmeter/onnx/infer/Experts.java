package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/**
 * A mixture of experts as ONNX Runtime has it in one operator: each row goes through {@code k} of them, which are two products of matrices
 * or three. Which experts these are data decide, and as all have the same extents, no count depends on it. The activations between are
 * not counted.
 */
final class Experts {
    private static final int FIRST = 2;
    private static final int SECOND = 4;
    private static final int GATE = 6;

    static final NodeRule MIXTURE = call -> {
        Shape x = call.shape(0);
        Formula rows = Formula.elements(x.with(call.axis(-1, x.rank()), 1));
        Formula chosen = Formula.product(rows, Formula.of(call.attributes().whole("k", 1)));
        List<Formula> products = new ArrayList<>();
        for (int weight : new int[] {FIRST, SECOND, GATE}) {
            if (call.has(weight)) {
                products.add(Formula.product(chosen, Formula.of(matrix(call, weight))));
            }
        }
        return Outcome.of(Fact.tensor(call.type(0), x)).multiplying(Formula.sum(products));
    };

    private Experts() {}

    /** The elements of the matrix of one expert; throws {@link UnknownException} where these are not known. */
    private static Extent matrix(NodeCall call, int input) {
        Shape weights = call.shape(input);
        if (weights.rank() != 3) {
            throw call.refusal("the weights of experts are a matrix for each, and not " + weights);
        }
        return ExtentArithmetic.product(weights.axis(1), weights.axis(2));
    }
}
