package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.WeightUse;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.op.Activation;
import io.archmeter.op.Linear;
import io.archmeter.problem.Span;
import io.archmeter.weights.WeightSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A row of 2 goes through a matrix of 3×2 that is no parameter, but what a ReLU makes of the second input. */
@Tag("vectors")
class ComputedWeightsTest {
    private static final Span HERE = Span.of("test");
    private static final WeightSource NONE = (layer, tensor, extents) -> {
        throw new IllegalStateException("there is no weight to draw");
    };

    private final GraphDraft draft = new GraphDraft(DType.FLOAT32);
    private final List<Observation> seen = new ArrayList<>();

    private Forward forward(boolean keepWeights) {
        Operand row = Operand.value(draft.addInput("row", Shape.of(1, 2), DType.FLOAT32, HERE));
        Operand given = Operand.value(draft.addInput("given", Shape.of(3, 2), DType.FLOAT32, HERE));
        Operand matrix = add("matrix", new Activation(Activation.Function.RELU), Shape.of(3, 2), List.of(), given);
        List<WeightUse> uses = List.of(new WeightUse("weight", matrix));
        Operand product = add("product", new Linear(3, false), Shape.of(1, 3), uses, row);
        Graph graph = draft.graph("computed", "", List.of(product.number()));
        return new Forward(
                graph,
                MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false),
                NONE,
                new Workers(1),
                new Forward.Options(keepWeights, true));
    }

    private Operand add(String name, Op op, Shape shape, List<WeightUse> uses, Operand input) {
        List<Output> outputs = List.of(Output.of(shape, DType.FLOAT32));
        return Operand.value(draft.add(name, op, List.of(input), uses, outputs, false, HERE));
    }

    private float[] run(Forward forward, float... given) {
        Tensor output =
                forward.run(List.of(new float[] {1, 2}, given), seen::add).get(0);
        return Arrays.copyOfRange(output.data(), output.offset(), output.end());
    }

    /** 1·1 + 2·0, 1·2 + 2·0.5 and 1·0 + 2·4, where −1 and −3 have become 0: 6 multiply-adds, and nothing is drawn. */
    @Test
    void theLayerTakesWhatWasComputed() {
        assertThat(run(forward(false), 1, -1, 2, 0.5f, -3, 4)).containsExactly(1, 3, 8);

        Observation product = seen.get(1);
        assertThat(product.executed()).isEqualTo(6);
        assertThat(product.weights()).isZero();
        assertThat(product.overwritten()).isEmpty();
    }

    /** Weights that are kept from run to run are those that stay the same: here 1·3 + 2·1, 1·0 + 2·7 and 1·5 + 2·2 come next. */
    @Test
    void itIsComputedAnewInEachRun() {
        Forward forward = forward(true);

        assertThat(run(forward, 1, -1, 2, 0.5f, -3, 4)).containsExactly(1, 3, 8);
        assertThat(run(forward, 3, 1, -2, 7, 5, 2)).containsExactly(5, 14, 9);
    }
}
