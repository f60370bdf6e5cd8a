package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/**
 * Attention of ONNX Runtime over N×T×I, with the projections of queries, keys and values in it: one weight of I×(D + D + Dv), the heads
 * beside each other. Past keys and values are 2×N×heads×T×D.
 */
final class FusedAttention {
    static final NodeRule ATTENTION = call -> infer(call, 4, 5, call.type(0));

    static final NodeRule QUANTIZED = call -> infer(call, 8, -1, call.type(2));

    private FusedAttention() {}

    private static Outcome infer(NodeCall call, int past, int bias, DType type) {
        Shape x = call.shape(0);
        Shape weight = call.shape(1);
        if (x.rank() != 3 || weight.rank() != 2) {
            throw call.refusal(
                    "an input of N×T×I takes a weight of I×(D + D + Dv), but these are " + x + " and " + weight);
        }
        long heads = call.attributes().whole("num_heads", 0);
        Extent inputs = ExtentArithmetic.agreed(call, x.axis(2), weight.axis(0), "features");
        Extent key = width(call, weight, 0, heads);
        Extent value = width(call, weight, 2, heads);
        Extent length = length(call, past, x.axis(1));
        Scores scores = new Scores(
                Shape.ofAxes(List.of(x.axis(0), Extent.of(heads), x.axis(1), length)),
                ExtentArithmetic.quotient(key, heads),
                ExtentArithmetic.quotient(value, heads));
        Shape out = x.with(2, value);
        Formula rows = Formula.product(Formula.of(x.axis(0)), Formula.of(x.axis(1)));
        Outcome outcome = Outcome.of(Fact.tensor(type, out), Fact.tensor(type, present(call, past, scores)))
                .multiplying(Formula.product(rows, Formula.of(inputs), Formula.of(weight.axis(1))));
        if (call.has(2)) {
            outcome = outcome.and(ADD, Formula.product(rows, Formula.of(weight.axis(1))));
        }
        int masks = (call.has(bias == -1 ? 5 : 3) ? 1 : 0) + (bias >= 0 && call.has(bias) ? 1 : 0);
        return scores.computed(outcome, masks, false);
    }

    /** A third of the weight, if {@code qkv_hidden_sizes} does not say other sizes. */
    private static Extent width(NodeCall call, Shape weight, int which, long heads) {
        List<Long> sizes = call.attributes().wholes("qkv_hidden_sizes").orElse(List.of());
        Extent width = sizes.size() == 3
                ? Extent.of(sizes.get(which))
                : ExtentArithmetic.part(call, weight.axis(1), 3, "queries, keys and values");
        ExtentArithmetic.part(call, width, heads, "heads");
        return width;
    }

    private static boolean shared(NodeCall call) {
        return call.attributes().flag("past_present_share_buffer");
    }

    /** What is past and what is new; a buffer that holds both has room for more. */
    private static Extent length(NodeCall call, int past, Extent steps) {
        if (!call.has(past)) {
            return steps;
        }
        if (shared(call)) {
            return call.has(6) ? ExtentArithmetic.sum(Spectra.number(call, 6), steps) : call.here();
        }
        Shape before = call.shape(past);
        if (before.rank() != 5) {
            throw call.refusal("past keys and values are 2×N×heads×T×D, but these are " + before);
        }
        return ExtentArithmetic.sum(before.axis(3), steps);
    }

    private static Shape present(NodeCall call, int past, Scores scores) {
        if (call.has(past) && shared(call)) {
            return call.shape(past);
        }
        List<Extent> axes = new ArrayList<>(List.of(Extent.of(2)));
        axes.addAll(scores.shape().axes().subList(0, 2));
        axes.add(scores.shape().axis(3));
        axes.add(scores.depth());
        return Shape.ofAxes(axes);
    }
}
