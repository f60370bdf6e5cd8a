package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.EXPONENTIAL;
import static io.archmeter.op.ElementaryOperation.LOGARITHM;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/** Losses of classes: scores of N×C×… and labels of N×… make a loss for each label, their sum or their mean. */
final class Losses {
    private static final int WEIGHT = 2;

    static final NodeRule NEGATIVE_LOG_LIKELIHOOD = call -> reduced(call, Outcome.of(loss(call)));

    /** The logarithm of a softmax over the classes, which it puts out, too. */
    static final NodeRule CROSS_ENTROPY = call -> {
        Fact loss = loss(call);
        Shape scores = call.shape(0);
        Formula elements = Formula.elements(scores);
        Outcome outcome = Outcome.of(loss, Fact.tensor(call.type(0), scores))
                .and(COMPARE, elements)
                .and(ADD, Formula.product(Formula.of(3), elements))
                .and(EXPONENTIAL, elements)
                .and(LOGARITHM, Formula.elements(labels(call)));
        return reduced(call, outcome);
    };

    private Losses() {}

    private static String reduction(NodeCall call) {
        return call.attributes().text("reduction").orElse("mean");
    }

    private static Shape labels(NodeCall call) {
        Shape scores = call.shape(0);
        Shape labels = call.shape(1);
        if (scores.rank() < 2 || labels.rank() != scores.rank() - 1) {
            throw call.refusal("scores of N×C×… have labels of N×…, but these are " + scores + " and " + labels);
        }
        List<Extent> axes = new ArrayList<>();
        for (int axis = 0; axis < labels.rank(); axis++) {
            axes.add(ExtentArithmetic.agreed(
                    call, labels.axis(axis), scores.axis(axis == 0 ? 0 : axis + 1), "extents of scores and labels"));
        }
        return Shape.ofAxes(axes);
    }

    private static Fact loss(NodeCall call) {
        Shape labels = labels(call);
        return Fact.tensor(call.type(0), reduction(call).equals("none") ? labels : Shape.of());
    }

    /** A product for each weight, the sum of the losses, and for a mean that of the weights and a division. */
    private static Outcome reduced(NodeCall call, Outcome before) {
        Formula labels = Formula.elements(labels(call));
        boolean weighted = call.has(WEIGHT);
        Outcome outcome = weighted ? before.and(MULTIPLY, labels) : before;
        String reduction = reduction(call);
        if (reduction.equals("none")) {
            return outcome;
        }
        outcome = outcome.and(ADD, labels);
        if (reduction.equals("sum")) {
            return outcome;
        }
        return (weighted ? outcome.and(ADD, labels) : outcome).and(DIVIDE, Formula.ONE);
    }
}
