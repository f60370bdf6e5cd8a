package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.graph.WeightUse;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Linear;
import io.archmeter.problem.Span;
import io.archmeter.training.Allocation;
import io.archmeter.training.Optimizer;
import io.archmeter.training.TrainingMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two inputs go through one matrix, the first result is scaled by a parameter, and both are put out. */
class SharedWeightsTest {
    private static final Span HERE = Span.of("test");
    private static final Shape ROW = Shape.of(1, 3);

    private final GraphDraft draft = new GraphDraft(DType.FLOAT32);

    private Graph graph() {
        Operand left = Operand.value(draft.addInput("left", ROW, DType.FLOAT32, HERE));
        Operand right = Operand.value(draft.addInput("right", ROW, DType.FLOAT32, HERE));
        Operand matrix = weight("first", "weight", Shape.of(3, 3));
        List<WeightUse> uses = List.of(new WeightUse("weight", matrix));
        Operand first = add("first", new Linear(3, false), uses, left);
        Operand second = add("second", new Linear(3, false), uses, right);
        Operand scale = weight("", "scale", ROW);
        Operand scaled = add("scaled", new Elementwise(Elementwise.Function.MULTIPLY), List.of(), first, scale);
        return draft.graph("shared", "", List.of(scaled.number(), second.number()));
    }

    private Operand weight(String module, String name, Shape shape) {
        return Operand.weight(draft.addWeight(new Weight(module, name, shape, DType.FLOAT32, Weight.Kind.PARAMETER)));
    }

    private Operand add(String name, Op op, List<WeightUse> uses, Operand... inputs) {
        List<Output> outputs = List.of(Output.of(ROW, DType.FLOAT32));
        return Operand.value(draft.add(name, op, List.of(inputs), uses, outputs, false, HERE));
    }

    private NetworkFacts network() {
        return NetworkFacts.of(graph(), DType.FLOAT32);
    }

    /** 9 elements of the matrix, once, and 3 of the scale; 9 multiply-adds for each input. */
    @Test
    void whatIsPredictedIsObserved() {
        Verification verification = Verifier.verify(network(), Verifier.Options.DEFAULT, Progress.NONE);

        assertThat(verification.differing()).isEmpty();
        assertThat(verification.equal()).isTrue();
        assertThat(verification.totals().weights().predicted()).isEqualTo(12);
        assertThat(verification.totals().multiplyAdds().predicted()).isEqualTo(18);
    }

    /** Rows of 12 bytes: both inputs from the start; then the first result beside them, the second beside it and the right input, and two outputs. */
    @Test
    void bothOutputsAreHeldToTheEnd() {
        MemoryPlan plan = MemoryPlanner.plan(network(), false);

        assertThat(plan.liveBytes()).containsExactly(24L, 24L, 36L, 36L, 24L);
        assertThat(plan.peak().bytes()).isEqualTo(36);
    }

    /** (9 + 3)·4 bytes of weights, as many of gradients, and two of Adam's copies with a step of 4 bytes for each of two tensors. */
    @Test
    void aSharedWeightHasOneGradientAndOneState() {
        TrainingMemory training = TrainingMemory.of(network(), Optimizer.ADAM);

        assertThat(training.weights().exact()).hasValue(48);
        assertThat(training.gradients().exact()).hasValue(48);
        assertThat(training.optimizerState().exact()).hasValue(2 * 48 + 2 * 4);
        assertThat(training.bytes().get(Allocation.Use.PARAMETER_GRADIENT)).isEqualTo(48);
    }
}
