package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.List;

/**
 * Attention of ONNX Runtime over queries, keys and values that are projected before: N×T×(heads·D), or packed into one input. Past keys and
 * values are N×heads×T×D.
 */
final class ManyHeads {
    private static final int BIAS = 3;

    /** {@code MultiHeadAttention}. Keys may be N×heads×T×D, too, which are those of another sequence. */
    static final NodeRule MULTI_HEAD = call -> {
        long heads = call.attributes().whole("num_heads", 0);
        Shape query = call.shape(0);
        boolean together = query.rank() == 5;
        Shape q = together ? packed(query) : split(call, query, heads);
        boolean packedKeys = !together && call.has(1) && call.shape(1).rank() == 5;
        Shape k = together ? q : packedKeys ? packed(call.shape(1)) : split(call, call.shape(1), heads);
        Shape v = together || packedKeys ? k : split(call, call.shape(2), heads);
        Extent length = k.axis(2);
        Shape present = k;
        if (call.has(6)) {
            Shape past = call.shape(6);
            boolean shared = call.has(8);
            length = shared
                    ? ExtentArithmetic.sum(Spectra.number(call, 8), length)
                    : ExtentArithmetic.sum(past.axis(2), length);
            present = shared ? past : k.with(2, length);
        }
        Scores scores = new Scores(
                q.with(2, q.axis(2)).with(3, length),
                ExtentArithmetic.agreed(call, q.axis(3), k.axis(3), "depth of queries and keys"),
                v.axis(3));
        Shape out = merged(q, v.axis(3));
        Outcome outcome = Outcome.of(
                Fact.tensor(call.type(0), out),
                Fact.tensor(call.type(0), present),
                Fact.tensor(call.type(0), present.with(3, v.axis(3))),
                Fact.tensor(call.type(0), scores.shape()));
        if (call.has(BIAS)) {
            outcome = outcome.and(ADD, Formula.sum(Formula.elements(q), Formula.elements(k), Formula.elements(v)));
        }
        return scores.computed(outcome, (call.has(4) ? 1 : 0) + (call.has(5) ? 1 : 0), false);
    };

    /** {@code GroupQueryAttention}: a buffer of past and new keys, as long as the longest sequence or as it was. */
    static final NodeRule GROUP_QUERY = call -> {
        long heads = call.attributes().whole("num_heads", 0);
        long shared = call.attributes().whole("kv_num_heads", 0);
        Shape query = call.shape(0);
        boolean together = !call.has(1);
        Shape q = split(call, query, together ? Math.addExact(heads, Math.multiplyExact(2, shared)) : heads)
                .with(1, heads);
        Shape k = together ? q.with(1, shared) : split(call, call.shape(1), shared);
        Extent total = total(call, k.axis(2));
        Extent room = call.has(3) ? longer(call.shape(3).axis(2), total) : total;
        boolean sliding = call.attributes().flag("sliding_window_cache");
        Shape present = (call.has(3) ? call.shape(3) : k).with(2, sliding ? call.here() : room);
        Fact cache = Fact.tensor(call.has(3) ? call.type(3) : call.type(0), present);
        Scores scores = new Scores(q.with(3, total), q.axis(3), q.axis(3));
        Outcome outcome = Outcome.of(
                Fact.tensor(call.type(0), merged(q, q.axis(3))),
                cache,
                cache,
                Fact.tensor(call.type(0), scores.shape()));
        if (call.attributes().flag("do_rotary")) {
            Formula turned = Formula.sum(Formula.elements(q), Formula.elements(k));
            outcome = PerElement.and(outcome, turned, MULTIPLY, MULTIPLY, ADD);
        }
        boolean capped = call.attributes().real("softcap").orElse(0F) != 0F;
        return scores.computed(outcome, call.has(10) ? 1 : 0, capped);
    };

    private ManyHeads() {}

    /** N×T×heads×parts×D: one of the parts. */
    private static Shape packed(Shape all) {
        return Shape.ofAxes(List.of(all.axis(0), all.axis(2), all.axis(1), all.axis(4)));
    }

    private static Shape split(NodeCall call, Shape shape, long heads) {
        if (shape.rank() == 4) {
            return shape;
        }
        if (shape.rank() != 3) {
            throw call.refusal("queries, keys and values are N×T×(heads·D), but one is " + shape);
        }
        Extent depth = ExtentArithmetic.part(call, shape.axis(2), heads, "heads");
        return Shape.ofAxes(List.of(shape.axis(0), Extent.of(heads), shape.axis(1), depth));
    }

    private static Shape merged(Shape heads, Extent depth) {
        return Shape.ofAxes(List.of(heads.axis(0), heads.axis(2), ExtentArithmetic.product(heads.axis(1), depth)));
    }

    /** Past and new keys; without a past these are the new ones. */
    private static Extent total(NodeCall call, Extent steps) {
        Extent written = call.has(6) ? Spectra.number(call, 6) : call.here();
        return written instanceof Extent.Known || call.has(3) ? written : steps;
    }

    private static Extent longer(Extent one, Extent other) {
        if (!(one instanceof Extent.Known first)) {
            return one;
        }
        return other instanceof Extent.Known second ? Extent.of(Math.max(first.value(), second.value())) : other;
    }
}
