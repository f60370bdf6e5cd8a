package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.RandomGraph;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.memory.Sharing;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random networks, run in the arena that was planned for them. */
class HeldBytesTest {
    private static final long SEED = 1_404;
    private static final int GRAPHS = 1_000;

    /** Where a tensor was overwritten too early, its readers would put out NaN: what is released is spoiled. */
    private static final Forward.Options GUARDED = new Forward.Options(false, true);

    private record Run(List<Observation> seen, float[] output) {}

    @Test
    void aRunHoldsAtEachStepWhatWasPlannedAndPutsOutTheSameInPlace() {
        for (int round = 0; round < GRAPHS; round++) {
            Random random = new Random(SEED + round);
            Graph graph = RandomGraph.of(random);
            float[] input = new float[(int) graph.input().elements()];
            for (int i = 0; i < input.length; i++) {
                input[i] = random.nextFloat() - 0.5f;
            }

            Run apart = run(graph, input, Sharing.VIEWS);
            Run inPlace = run(graph, input, Sharing.IN_PLACE);

            assertThat(inPlace.output).as("seed %d: %s", SEED + round, graph).isEqualTo(apart.output);
        }
    }

    private static Run run(Graph graph, float[] input, Sharing sharing) {
        MemoryPlan plan = MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false, sharing);
        List<Observation> seen = new ArrayList<>();
        Tensor output = new Forward(graph, plan, new SeededWeights(1), new Workers(1), GUARDED).run(input, seen::add);
        assertThat(seen)
                .as("%s, %s", sharing, graph)
                .allSatisfy(layer ->
                        assertThat(layer.heldBytes()).isEqualTo(plan.liveBytes().get(layer.node())));
        return new Run(seen, Arrays.copyOfRange(output.data(), output.offset(), output.end()));
    }
}
