package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.model.Region;
import io.archmeter.op.Formula;
import io.archmeter.op.Work;
import java.util.List;
import java.util.Map;

/**
 * {@code Attention}: N×heads×T×D, or N×T×(heads·D) with the numbers of heads as attributes. What it is given of the past comes before its
 * keys and values, and both are put out together.
 */
final class AttentionRule {
    private static final int MASK = 3;
    private static final int PAST_KEY = 4;
    private static final int PAST_VALUE = 5;

    static final NodeRule RULE = call -> {
        boolean packed = call.shape(0).rank() == 3;
        Shape query = heads(call, 0, "q_num_heads");
        Shape key = past(call, heads(call, 1, "kv_num_heads"), PAST_KEY);
        Shape value = past(call, heads(call, 2, "kv_num_heads"), PAST_VALUE);
        Scores scores = scores(call, query, key, value);
        Extent depth = value.axis(3);
        Shape out = packed
                ? Shape.ofAxes(List.of(query.axis(0), query.axis(2), ExtentArithmetic.product(query.axis(1), depth)))
                : query.with(3, depth);
        Outcome outcome = Outcome.of(
                Fact.tensor(call.type(0), out),
                Fact.tensor(call.type(1), key),
                Fact.tensor(call.type(2), value),
                Fact.tensor(call.type(0), scores.shape()));
        boolean capped = call.attributes().real("softcap").orElse(0F) != 0F;
        return scores.computed(outcome, call.has(MASK) ? 1 : 0, capped);
    };

    /** {@code FlexAttention}, whose regions change the scores and their softmax. */
    static final NodeRule FLEX = call -> {
        Shape query = heads(call, 0, "");
        Shape value = heads(call, 2, "");
        Scores scores = scores(call, query, heads(call, 1, ""), value);
        Outcome outcome =
                scores.computed(Outcome.of(Fact.tensor(call.type(0), query.with(3, value.axis(3)))), 0, false);
        DType precision = call.attributes()
                .whole("softmax_precision")
                .flatMap(ElementTypes::of)
                .orElse(call.type(0) == DType.FLOAT64 ? DType.FLOAT64 : DType.FLOAT32);
        for (Map.Entry<String, Region> changed : call.attributes().regions().entrySet()) {
            Work inner = call.infer(changed.getValue(), List.of(Fact.tensor(precision, scores.shape())))
                    .work(Formula.ONE);
            outcome = Works.and(outcome, inner);
        }
        return outcome;
    };

    private AttentionRule() {}

    /** N×heads×T×D. */
    private static Shape heads(NodeCall call, int input, String attribute) {
        Shape shape = call.shape(input);
        if (shape.rank() == 4) {
            return shape;
        }
        long heads = call.attributes().whole(attribute, 0);
        if (shape.rank() != 3 || heads < 1) {
            throw call.refusal(
                    call.operator() + " takes inputs with four axes, or with three and numbers of heads, but " + shape
                            + " comes with " + heads + " heads");
        }
        Extent depth = ExtentArithmetic.part(call, shape.axis(2), heads, "heads");
        return Shape.ofAxes(List.of(shape.axis(0), Extent.of(heads), shape.axis(1), depth));
    }

    private static Shape past(NodeCall call, Shape present, int input) {
        if (!call.has(input)) {
            return present;
        }
        Shape past = call.shape(input);
        if (past.rank() != 4) {
            throw call.refusal("what is past has the shape " + past + ", and not four axes");
        }
        return present.with(2, ExtentArithmetic.sum(past.axis(2), present.axis(2)));
    }

    private static Scores scores(NodeCall call, Shape query, Shape key, Shape value) {
        Extent depth = ExtentArithmetic.agreed(call, query.axis(3), key.axis(3), "depth of queries and keys");
        Extent length = ExtentArithmetic.agreed(call, key.axis(2), value.axis(2), "number of keys and values");
        if (query.axis(1) instanceof Extent.Known heads
                && key.axis(1) instanceof Extent.Known shared
                && (shared.value() == 0 ? heads.value() != 0 : heads.value() % shared.value() != 0)) {
            throw call.refusal(heads.value() + " heads of queries do not share " + shared.value() + " heads of keys");
        }
        return new Scores(query.with(3, length), depth, value.axis(3));
    }
}
