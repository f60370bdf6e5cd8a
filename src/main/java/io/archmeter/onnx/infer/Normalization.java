package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;
import static io.archmeter.op.ElementaryOperation.POWER;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import io.archmeter.op.Refusal;
import java.util.List;

/** Normalizations whose output has the shape of their input; no sums of products with weights, so no multiply-adds. */
final class Normalization {
    private Normalization() {}

    /** Mean and variance of each map, N·C of them. */
    static Outcome instance(NodeCall call) {
        Shape x = requireMaps(call);
        Channels.requireOneEach(call, 1, x.axis(1));
        return moments(call, Formula.product(Formula.of(x.axis(0)), Formula.of(x.axis(1))));
    }

    /** Mean and variance of each group of channels, N times their number. */
    static Outcome group(NodeCall call) {
        Shape x = requireMaps(call);
        long groups = call.attributes().whole("num_groups", 1);
        if (groups < 1 || x.axis(1) instanceof Extent.Known channels && Math.floorMod(channels.value(), groups) != 0) {
            throw new Refusal(
                    "not-divisible",
                    "",
                    x.axis(1).text() + " channels do not divide into " + groups + " groups",
                    "check the extents of the inputs");
        }
        // Version 18 has a scale for each group.
        Channels.requireOneEach(call, 1, call.version() < 21 ? Extent.of(groups) : x.axis(1));
        return moments(call, Formula.product(Formula.of(x.axis(0)), Formula.of(groups)));
    }

    /**
     * Per element an add for the mean, a distance from it, its square and an add for the variance, then a multiply and an add; per mean
     * two divisions by the number of elements, and a root.
     */
    private static Outcome moments(NodeCall call, Formula means) {
        Formula elements = call.elements(0);
        return same(call)
                .and(ADD, Formula.product(Formula.of(4), elements))
                .and(MULTIPLY, Formula.product(Formula.of(2), elements))
                .and(DIVIDE, Formula.product(Formula.of(2), means))
                .and(POWER, means);
    }

    /** The distance from a mean, divided by a deviation, along axes: those but the channels where none are said. */
    static Outcome meanVariance(NodeCall call) {
        Shape x = call.shape(0);
        List<Integer> axes = call.axes(call.attributes().wholes("axes").orElse(List.of(0L, 2L, 3L)), x.rank());
        Formula elements = Formula.elements(x);
        Formula means = Formula.elements(ReducedAxes.of(x, axes, false));
        return same(call)
                .and(ADD, Formula.product(Formula.of(3), elements))
                .and(MULTIPLY, elements)
                .and(DIVIDE, Formula.sum(elements, Formula.product(Formula.of(2), means)))
                .and(POWER, means);
    }

    /** Each line along an axis is divided by its norm: of magnitudes (comparisons), or of squares with a root. */
    static Outcome lp(NodeCall call) {
        Shape x = call.shape(0);
        List<Integer> axis = List.of(call.axis(call.attributes().whole("axis", -1), x.rank()));
        Formula elements = Formula.elements(x);
        Outcome outcome = same(call).and(ADD, elements).and(DIVIDE, elements);
        return call.attributes().whole("p", 2) == 1
                ? outcome.and(COMPARE, elements)
                : outcome.and(MULTIPLY, elements).and(POWER, Formula.elements(ReducedAxes.of(x, axis, false)));
    }

    /**
     * Across channels: per element {@code size} squares and as many adds (the missing neighbours at the ends taken as zeros, the bias in
     * place of the first term), a factor, a power and a division.
     */
    static Outcome localResponse(NodeCall call) {
        requireMaps(call);
        Formula elements = call.elements(0);
        Formula size = Formula.of(call.attributes().whole("size", 1));
        Outcome outcome = Outcome.of(call.tensor(0).withoutContent());
        return outcome.and(MULTIPLY, Formula.product(elements, Formula.sum(size, Formula.ONE)))
                .and(ADD, Formula.product(elements, size))
                .and(POWER, elements)
                .and(DIVIDE, elements);
    }

    private static Outcome same(NodeCall call) {
        return Outcome.of(call.tensor(0).withoutContent()).inPlace();
    }

    private static Shape requireMaps(NodeCall call) {
        Shape x = call.shape(0);
        if (x.rank() < 2) {
            throw call.refusal(call.operator() + " takes N×C×…, but the input is " + x);
        }
        return x;
    }
}
