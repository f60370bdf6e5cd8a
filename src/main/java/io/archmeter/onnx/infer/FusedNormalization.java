package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;
import static io.archmeter.op.ElementaryOperation.POWER;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.List;

/** Normalizations of ONNX Runtime, with a sum before them; what they take as {@code op.LayerNorm} and {@code op.RmsNorm} count it. */
final class FusedNormalization {
    /** x + skip, with a bias. The means, the inverse deviations and the sum are put out, too. */
    static final NodeRule SKIP = call -> skip(call, true);

    static final NodeRule SKIP_SIMPLIFIED = call -> skip(call, false);

    static final NodeRule SIMPLIFIED = call -> {
        Shape x = call.shape(0);
        int from = call.axis(call.attributes().whole("axis", -1), x.rank());
        Shape roots = ReducedAxes.of(x, ReducedAxes.from(from, x), true);
        DType type = ElementTypes.of(call.attributes().whole("stash_type", 1)).orElse(DType.FLOAT32);
        Outcome outcome = Outcome.of(Fact.tensor(call.type(1), x), Fact.tensor(type, roots))
                .inPlace();
        return byRoot(outcome, Formula.elements(x), Formula.elements(roots));
    };

    /** N×T numbers of words: their vectors, those of their places and perhaps of their segments. */
    static final NodeRule EMBEDDED = call -> embedded(call, 2);

    /** Whose vectors are quantized, with a scale and a zero point. */
    static final NodeRule QUANTIZED_EMBEDDED = call -> embedded(call, 8);

    static final NodeRule GROUP = call -> group(call, Outcome.of(Fact.tensor(call.type(0), call.shape(0))), 0);

    static final NodeRule SKIP_GROUP = call -> {
        Fact x = Fact.tensor(call.type(0), call.shape(0));
        return group(call, Outcome.of(x, x), call.has(4) ? 2 : 1);
    };

    private FusedNormalization() {}

    private static Outcome skip(NodeCall call, boolean centered) {
        Shape x = call.shape(0);
        Shape means = x.with(call.axis(-1, x.rank()), 1);
        Fact statistics = Fact.tensor(DType.FLOAT32, means);
        Fact sum = Fact.tensor(call.type(0), x);
        Formula elements = Formula.elements(x);
        boolean biased = call.has(centered ? 4 : 3);
        Outcome outcome = Outcome.of(sum, statistics, statistics, sum).and(ADD, biased ? twice(elements) : elements);
        return centered
                ? byMean(outcome, elements, Formula.elements(means), call.has(3))
                : byRoot(outcome, elements, Formula.elements(means));
    }

    private static Formula twice(Formula count) {
        return Formula.product(Formula.of(2), count);
    }

    /** A sum, differences from the mean, their squares and their sum, then scale and shift. */
    private static Outcome byMean(Outcome outcome, Formula elements, Formula means, boolean shifted) {
        return outcome.and(ADD, Formula.product(Formula.of(shifted ? 4 : 3), elements))
                .and(MULTIPLY, Formula.product(Formula.of(3), elements))
                .and(DIVIDE, twice(means))
                .and(POWER, means);
    }

    /** Squares and their sum, then the root and the scale. */
    private static Outcome byRoot(Outcome outcome, Formula elements, Formula roots) {
        return outcome.and(ADD, elements)
                .and(MULTIPLY, Formula.product(Formula.of(3), elements))
                .and(DIVIDE, roots)
                .and(POWER, roots);
    }

    private static Outcome embedded(NodeCall call, int typed) {
        Shape words = call.shape(0);
        Shape vectors = call.shape(2);
        if (words.rank() != 2 || vectors.rank() != 2) {
            throw call.refusal(
                    "numbers of N×T words choose vectors of a table, but these are " + words + " and " + vectors);
        }
        Shape out = Shape.ofAxes(List.of(words.axis(0), words.axis(1), vectors.axis(1)));
        Formula elements = Formula.elements(out);
        Fact vector = Fact.tensor(call.type(typed), out);
        Outcome outcome = Outcome.of(vector, Fact.tensor(DType.INT32, Shape.ofAxes(List.of(words.axis(0)))), vector);
        outcome = outcome.and(ADD, call.has(1) && call.has(4) ? twice(elements) : elements);
        return byMean(outcome, elements, Formula.elements(words), true);
    }

    /** Moments of each group of a sample, as {@code op.GroupNorm}; an activation after it is a sigmoid, and a product with it. */
    private static Outcome group(NodeCall call, Outcome before, int added) {
        Formula elements = call.elements(0);
        Extent samples = call.shape(0).axis(0);
        Formula groups = Formula.product(
                Formula.of(samples), Formula.of(call.attributes().whole("groups", 1)));
        Outcome outcome = before.and(ADD, Formula.product(Formula.of(4 + added), elements))
                .and(MULTIPLY, twice(elements))
                .and(DIVIDE, twice(groups))
                .and(POWER, groups);
        boolean activated = call.attributes().whole("activation", 0) == 1;
        return activated ? PerElement.and(outcome, elements, PerElement.SIGMOID).and(MULTIPLY, elements) : outcome;
    }
}
