package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.RandomConvolutions;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.fusion.FusedNetwork;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds networks whose layers run as one to the same networks layer by layer. */
@Tag("vectors")
class FusionTest {
    private static final long SEED = 1_502;
    private static final int NETWORKS = 1_000;
    private static final Workers WORKERS = new Workers(2);

    private record Run(List<Observation> seen, List<float[]> outputs) {
        long sum(ToLongFunction<Observation> of) {
            return seen.stream().mapToLong(of).sum();
        }
    }

    @Test
    void outputsAreTheSameAndCountsAreThoseOfTheSameLoops() {
        for (long seed = SEED; seed < SEED + NETWORKS; seed++) {
            Random random = new Random(seed);
            Graph graph = RandomConvolutions.of(random);
            float[] input = new float[(int) graph.input().elements()];
            for (int i = 0; i < input.length; i++) {
                input[i] = random.nextFloat() - 0.5f;
            }
            Run apart = run(graph, input);
            Run fused = run(FusedNetwork.of(graph).graph(), input);
            String name = "seed " + seed;
            for (int i = 0; i < apart.outputs.size(); i++) {
                Agreement.require(name, apart.outputs.get(i), fused.outputs.get(i));
            }
            assertThat(fused.sum(Observation::executed)).as(name).isEqualTo(apart.sum(Observation::executed));
            assertThat(fused.sum(Observation::padded)).as(name).isEqualTo(apart.sum(Observation::padded));
            assertThat(fused.sum(Observation::multiplications))
                    .as(name)
                    .isEqualTo(apart.sum(Observation::multiplications));
            assertThat(fused.sum(Observation::weights)).as(name).isEqualTo(apart.sum(Observation::weights));
        }
    }

    /** What is released is spoiled, so that whoever reads it too late would put out NaN; in two runs, because weights are kept. */
    private static Run run(Graph graph, float[] input) {
        MemoryPlan plan = MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false);
        Forward forward =
                new Forward(graph, plan, new SeededWeights(1), WORKERS, new Forward.Options(true, true, true));
        List<Observation> seen = new ArrayList<>();
        List<float[]> first = elements(forward.run(List.of(input), seen::add));
        assertThat(seen)
                .as("%s", graph)
                .allSatisfy(layer ->
                        assertThat(layer.heldBytes()).isEqualTo(plan.liveBytes().get(layer.node())))
                .allSatisfy(layer -> assertThat(layer.overwritten()).isEmpty());
        List<float[]> second = elements(forward.run(List.of(input), layer -> {}));
        for (int i = 0; i < first.size(); i++) {
            assertThat(Arrays.equals(second.get(i), first.get(i)))
                    .as("%s", graph)
                    .isTrue();
        }
        return new Run(seen, first);
    }

    private static List<float[]> elements(List<Tensor> outputs) {
        return outputs.stream()
                .map(tensor -> Arrays.copyOfRange(tensor.data(), tensor.offset(), tensor.end()))
                .toList();
    }
}
