package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.List;

/** {@code CausalConvWithState}: N×C×T with a kernel of k for each channel, padded by the last k − 1 steps of before, which it puts out, too. */
final class CausalConv {
    private static final int BIAS = 2;

    static final NodeRule RULE = call -> {
        Shape x = call.shape(0);
        Shape weight = call.shape(1);
        if (x.rank() != 3 || weight.rank() != 3) {
            throw call.refusal("an input of N×C×T takes a weight of C×1×k, but these are " + x + " and " + weight);
        }
        Extent channels = ExtentArithmetic.agreed(call, x.axis(1), weight.axis(0), "channels");
        Extent kernel = weight.axis(2);
        Extent kept = kernel instanceof Extent.Known known ? Extent.of(Math.max(0, known.value() - 1)) : kernel;
        Shape out = x.with(1, channels);
        Formula elements = Formula.elements(out);
        Outcome outcome = Outcome.of(
                        Fact.tensor(call.type(0), out),
                        Fact.tensor(call.type(0), Shape.ofAxes(List.of(x.axis(0), channels, kept))))
                .multiplying(Formula.product(elements, Formula.of(kernel)));
        outcome = call.has(BIAS) ? outcome.and(ADD, elements) : outcome;
        boolean activated = !call.attributes().text("activation").orElse("none").equals("none");
        return activated ? PerElement.and(outcome, elements, PerElement.SIGMOID).and(MULTIPLY, elements) : outcome;
    };

    private CausalConv() {}
}
