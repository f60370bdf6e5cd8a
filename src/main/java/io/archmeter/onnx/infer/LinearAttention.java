package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.EXPONENTIAL;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.List;

/**
 * {@code LinearAttention}: each head has a state of Dk×Dv, to which each step adds the outer product of its key and its value, and of which
 * it takes the product with its query. A delta rule takes that with its key first, and adds what the value differs from it.
 */
final class LinearAttention {
    private static final int PAST = 3;
    private static final int DECAY = 4;
    private static final int UPDATE_RATE = 5;

    static final NodeRule RULE = call -> {
        Shape query = packed(call, 0);
        Shape key = packed(call, 1);
        Shape value = packed(call, 2);
        long heads = call.attributes().whole("q_num_heads", 0);
        long shared = call.attributes().whole("kv_num_heads", 0);
        Extent depth = ExtentArithmetic.part(call, key.axis(2), shared, "heads");
        Extent valueDepth = ExtentArithmetic.part(call, value.axis(2), shared, "heads");
        ExtentArithmetic.agreed(
                call, depth, ExtentArithmetic.part(call, query.axis(2), heads, "heads"), "depth of queries and keys");
        if (heads % shared != 0) {
            throw call.refusal(heads + " heads of queries do not share " + shared + " heads of keys");
        }
        Shape out = query.with(2, ExtentArithmetic.product(Extent.of(heads), valueDepth));
        Shape state = Shape.ofAxes(List.of(query.axis(0), Extent.of(shared), depth, valueDepth));
        String rule = call.attributes().text("update_rule").orElse("gated_delta");
        boolean delta = rule.endsWith("delta");
        Formula steps = Formula.product(
                Formula.of(query.axis(0)), Formula.of(query.axis(1)), Formula.of(depth), Formula.of(valueDepth));
        Formula products = Formula.sum(Formula.of(delta ? Math.multiplyExact(2, shared) : shared), Formula.of(heads));
        Outcome outcome = Outcome.of(
                        Fact.tensor(call.type(0), out),
                        Fact.tensor(call.has(PAST) ? call.type(PAST) : call.type(0), state))
                .multiplying(Formula.product(steps, products));
        return others(call, outcome, out, Formula.product(steps, Formula.of(shared)), Formula.elements(value));
    };

    private LinearAttention() {}

    /** The scale of the output; where there is a decay, its exponential and a product for each element of the states. */
    private static Outcome others(NodeCall call, Outcome before, Shape out, Formula states, Formula values) {
        Outcome outcome = before.and(MULTIPLY, Formula.elements(out));
        if (call.has(DECAY)) {
            outcome = outcome.and(EXPONENTIAL, call.elements(DECAY)).and(MULTIPLY, states);
        }
        return call.has(UPDATE_RATE) ? outcome.and(ADD, values).and(MULTIPLY, values) : outcome;
    }

    private static Shape packed(NodeCall call, int input) {
        Shape shape = call.shape(input);
        if (shape.rank() != 3) {
            throw call.refusal("queries, keys and values are N×T×(heads·D), but input " + (input + 1) + " is " + shape);
        }
        return shape;
    }
}
