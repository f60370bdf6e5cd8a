package io.archmeter.onnx.infer;

import static io.archmeter.onnx.infer.ElementwiseRules.costs;
import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.ERROR_FUNCTION;
import static io.archmeter.op.ElementaryOperation.EXPONENTIAL;
import static io.archmeter.op.ElementaryOperation.LOGARITHM;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Activations: functions of one element, in any shape, with the operations that {@code op.Activation} has of the same function. */
final class Activations {
    private Activations() {}

    static NodeRule of(String operator) {
        return switch (operator) {
            case "Celu" -> ElementwiseRules.of(costs(COMPARE, DIVIDE, EXPONENTIAL, ADD, MULTIPLY));
            case "Elu" -> ElementwiseRules.of(costs(COMPARE, EXPONENTIAL, ADD, MULTIPLY));
            case "Gelu" -> Activations::gelu;
            // max(0, min(1, alpha·x + beta))
            case "HardSigmoid" -> ElementwiseRules.of(costs(COMPARE, COMPARE, MULTIPLY, ADD));
            case "HardSwish" -> ElementwiseRules.of(costs(COMPARE, COMPARE, ADD, MULTIPLY, DIVIDE));
            case "LeakyRelu" -> ElementwiseRules.of(costs(COMPARE, MULTIPLY));
            case "Mish" ->
                ElementwiseRules.of(
                        costs(EXPONENTIAL, ADD, LOGARITHM, EXPONENTIAL, EXPONENTIAL, ADD, ADD, DIVIDE, MULTIPLY));
            case "PRelu" -> Activations::prelu;
            case "Relu" ->
                ElementwiseRules.of(
                        costs(COMPARE),
                        ElementArithmetic.ofOne(value -> Math.max(value, 0), value -> Math.max(value, 0)));
            case "Selu" -> ElementwiseRules.of(costs(COMPARE, EXPONENTIAL, ADD, MULTIPLY, MULTIPLY));
            case "Shrink" -> Activations::shrink;
            case "Sigmoid" -> ElementwiseRules.of(costs(EXPONENTIAL, ADD, DIVIDE));
            // log(exp(x) + 1)
            case "Softplus" -> ElementwiseRules.of(costs(EXPONENTIAL, ADD, LOGARITHM));
            case "Softsign" -> ElementwiseRules.of(costs(COMPARE, ADD, DIVIDE));
            case "Swish" -> Activations::swish;
            case "ThresholdedRelu" -> ElementwiseRules.of(costs(COMPARE));
            default -> throw new IllegalArgumentException("no activation: " + operator);
        };
    }

    /** {@code x·(1 + erf(x/√2))/2}, or the approximation by tanh. */
    private static Outcome gelu(NodeCall call) {
        boolean tanh = call.attributes().text("approximate").orElse("none").equals("tanh");
        NodeRule rule = ElementwiseRules.of(
                tanh
                        ? costs(
                                MULTIPLY,
                                MULTIPLY,
                                MULTIPLY,
                                MULTIPLY,
                                MULTIPLY,
                                MULTIPLY,
                                ADD,
                                ADD,
                                EXPONENTIAL,
                                EXPONENTIAL,
                                ADD,
                                ADD,
                                DIVIDE)
                        : costs(MULTIPLY, MULTIPLY, DIVIDE, ERROR_FUNCTION, ADD));
        return rule.infer(call);
    }

    /** Its magnitude is compared at both ends, and a bias is taken from what is left. */
    private static Outcome shrink(NodeCall call) {
        boolean bias = call.attributes().real("bias").orElse(0f) != 0;
        return ElementwiseRules.of(bias ? costs(COMPARE, COMPARE, ADD) : costs(COMPARE, COMPARE))
                .infer(call);
    }

    /** {@code x / (1 + exp(−alpha·x))}. */
    private static Outcome swish(NodeCall call) {
        boolean alpha = call.attributes().real("alpha").orElse(1f) != 1;
        return ElementwiseRules.of(
                        alpha
                                ? costs(MULTIPLY, EXPONENTIAL, ADD, DIVIDE, MULTIPLY)
                                : costs(EXPONENTIAL, ADD, DIVIDE, MULTIPLY))
                .infer(call);
    }

    /** The slopes are stretched to the input; before version 7 there was one for each channel, or one alone. */
    private static Outcome prelu(NodeCall call) {
        if (!(call.fact(0) instanceof Fact.Tensor)) {
            return ElementwiseRules.infer(call, costs(COMPARE, MULTIPLY), Optional.empty(), Optional.empty());
        }
        if (call.fact(1) instanceof Fact.Tensor slopes) {
            requireSlopes(call, slopes.shape());
        }
        Outcome outcome = Outcome.of(call.tensor(0).withoutContent()).inPlace();
        return ElementwiseRules.counted(outcome, costs(COMPARE, MULTIPLY), call.elements(0));
    }

    private static void requireSlopes(NodeCall call, Shape slopes) {
        Shape x = call.shape(0);
        Shape slope = slopes;
        boolean channels = call.version() < 7 && slope.rank() == 1 && x.rank() > 1;
        if (channels) {
            List<Extent> axes = new ArrayList<>(slope.axes());
            axes.addAll(Collections.nCopies(x.rank() - 2, Extent.of(1)));
            slope = Shape.ofAxes(axes);
        }
        Shape both = NumpyBroadcast.of(call, List.of(x, slope));
        for (int axis = 0; axis < both.rank(); axis++) {
            if (both.rank() > x.rank()
                    || x.axis(axis).equals(Extent.of(1)) && !both.axis(axis).equals(Extent.of(1))) {
                throw call.refusal("slopes of " + slope + " cannot be stretched to an input of " + x);
            }
        }
    }
}
