package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;

/**
 * Rotary position embedding (Su et al. 2021, arXiv:2104.09864): pairs of elements are turned by an angle, which takes two products and
 * an add for each element. N×heads×T×D, or N×T×(heads·D); {@code rotary_embedding_dim} may leave some of D as they are.
 */
final class Rotary {
    static final NodeRule RULE = call -> {
        Shape x = call.shape(0);
        if (x.rank() != 3 && x.rank() != 4) {
            throw call.refusal("an input of N×heads×T×D or N×T×(heads·D) is turned, but this is " + x);
        }
        long turned = call.attributes().whole("rotary_embedding_dim", 0);
        long heads = call.attributes().whole("num_heads", 0);
        Formula elements = Formula.elements(x);
        if (turned > 0 && x.rank() == 4) {
            elements = Formula.elements(x.with(3, turned));
        } else if (turned > 0 && heads > 0) {
            elements = Formula.elements(x.with(2, Math.multiplyExact(heads, turned)));
        } else if (turned > 0) {
            elements = Formula.of(call.here());
        }
        return PerElement.and(Outcome.of(Fact.tensor(call.type(0), x)).inPlace(), elements, MULTIPLY, MULTIPLY, ADD);
    };

    private Rotary() {}
}
