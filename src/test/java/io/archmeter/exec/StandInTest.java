package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlan.Placement;
import io.archmeter.memory.Peak;
import io.archmeter.problem.Span;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A layer that nothing computes, whose outputs are planned to be parts of its input. */
class StandInTest {
    private static final Span HERE = Span.of("test");

    private record Halves() implements Op {
        @Override
        public String kind() {
            return "halves";
        }
    }

    @Test
    void leavesThePartsOfItsInputAsTheyAre() {
        GraphDraft draft = new GraphDraft(DType.FLOAT32);
        int input = draft.addInput("input", Shape.of(1, 4), DType.FLOAT32, HERE);
        List<Output> halves =
                List.of(new Output("0", Shape.of(1, 2), DType.FLOAT32), new Output("1", Shape.of(1, 2), DType.FLOAT32));
        draft.add("halves", new Halves(), List.of(Operand.value(input)), List.of(), halves, false, HERE);
        Graph graph = draft.graph("test", "", List.of(1, 2));
        MemoryPlan plan = new MemoryPlan(
                List.of(
                        Optional.of(new Placement(0, 16)),
                        Optional.of(new Placement(0, 8)),
                        Optional.of(new Placement(8, 8))),
                List.of(0, 1),
                List.of(16L, 16L),
                16,
                new Peak(0, "input", "input", 0, List.of()));
        List<Observation> seen = new ArrayList<>();

        List<Tensor> outputs = new Forward(
                        graph, plan, new SeededWeights(0), new Workers(1), new Forward.Options(false, true))
                .run(List.of(new float[] {1, 2, 3, 4}), seen::add);

        assertThat(outputs)
                .extracting(output -> Arrays.toString(Arrays.copyOfRange(output.data(), output.offset(), output.end())))
                .containsExactly("[1.0, 2.0]", "[3.0, 4.0]");
        assertThat(seen.get(0).overwritten()).isEmpty();
        assertThat(seen.get(0).heldBytes()).isEqualTo(16);
    }
}
