package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.ERROR_FUNCTION;
import static io.archmeter.op.ElementaryOperation.EXPONENTIAL;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Storage;
import io.archmeter.op.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Activations with a bias or a gate in the same operator; the functions take what {@code op.Gelu} and {@code op.Activation} say. */
final class FusedActivations {
    private static final List<ElementaryOperation> BY_ERROR_FUNCTION =
            List.of(MULTIPLY, MULTIPLY, DIVIDE, ERROR_FUNCTION, ADD);

    /** x·sigmoid(α·x). */
    private static final List<ElementaryOperation> BY_SIGMOID = List.of(MULTIPLY, EXPONENTIAL, ADD, DIVIDE, MULTIPLY);

    static final NodeRule GELU = PerElement.rule(BY_ERROR_FUNCTION);
    static final NodeRule QUICK_GELU = PerElement.rule(BY_SIGMOID);
    static final NodeRule BIAS_GELU = PerElement.rule(and(BY_ERROR_FUNCTION, ADD));
    static final NodeRule BIAS_SOFTMAX = PerElement.rule(and(PerElement.SOFTMAX, ADD));

    /** ½·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))), of a sum where there is a bias. */
    static final NodeRule FAST_GELU = call -> {
        List<ElementaryOperation> tanh = new ArrayList<>(PerElement.TANH);
        tanh.addAll(Collections.nCopies(6, MULTIPLY));
        tanh.addAll(Collections.nCopies(call.has(1) ? 3 : 2, ADD));
        return PerElement.rule(tanh).infer(call);
    };

    /** The second half of the last axis is the gate of the first. */
    static final NodeRule BIAS_SPLIT_GELU = call -> {
        Shape x = call.shape(0);
        int last = call.axis(-1, x.rank());
        Shape out = x.with(last, ExtentArithmetic.part(call, x.axis(last), 2, "halves"));
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out)).and(ADD, Formula.elements(x));
        return PerElement.and(outcome, Formula.elements(out), and(BY_ERROR_FUNCTION, MULTIPLY));
    };

    /** a·sigmoid(α·a)·b, where α is mostly 1. */
    static final NodeRule SWIGLU = call -> {
        Shape a = call.shape(0);
        Shape b = call.shape(1);
        if (a.rank() != b.rank()) {
            throw call.refusal("a gate of " + a + " does not go with values of " + b);
        }
        List<Extent> axes = new ArrayList<>();
        for (int axis = 0; axis < a.rank(); axis++) {
            axes.add(ExtentArithmetic.agreed(call, a.axis(axis), b.axis(axis), "shape"));
        }
        Shape out = Shape.ofAxes(axes);
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out)).inPlace();
        outcome = PerElement.and(outcome, Formula.elements(out), and(PerElement.SIGMOID, MULTIPLY, MULTIPLY));
        boolean scaled = call.attributes().real("alpha").orElse(1F) != 1F;
        return scaled ? outcome.and(MULTIPLY, Formula.elements(out)) : outcome;
    };

    /** Of square matrices; how much that takes depends on how it is done. */
    static final NodeRule INVERSE = call -> {
        Work work = Work.notKnown(call.here());
        return new Outcome(
                List.of(call.tensor(0).withoutContent()),
                new Work(Formula.ZERO, Formula.ZERO, work.others()),
                Storage.OWN);
    };

    private FusedActivations() {}

    private static List<ElementaryOperation> and(List<ElementaryOperation> function, ElementaryOperation... more) {
        List<ElementaryOperation> all = new ArrayList<>(function);
        Collections.addAll(all, more);
        return all;
    }
}
