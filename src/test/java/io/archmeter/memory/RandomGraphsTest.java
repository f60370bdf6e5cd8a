package io.archmeter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.RandomGraph;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds for every plan, on random graphs, against liveness that was found slowly. */
class RandomGraphsTest {
    private static final long SEED = 200_103_288;

    @Test
    void plansHoldWhatTheyPromise() {
        plansHoldWhatTheyPromise(RandomGraph::of, 3_000);
    }

    @Test
    void plansOfSeveralInputsAndOutputsDoSoToo() {
        plansHoldWhatTheyPromise(RandomGraph::withSeveral, 10_000);
    }

    @Test
    void theArenaAloneIsThatOfThePlan() {
        for (int round = 0; round < 1_000; round++) {
            Random random = new Random(SEED + round);
            NetworkFacts network = NetworkFacts.of(RandomGraph.withSeveral(random), DType.FLOAT32);
            boolean training = random.nextBoolean();

            assertThat(MemoryPlanner.arena(network, training))
                    .as("seed %d", SEED + round)
                    .isEqualTo(MemoryPlanner.plan(network, training).arena());
        }
    }

    private static void plansHoldWhatTheyPromise(Function<Random, Graph> drawn, int graphs) {
        int shared = 0;
        int larger = 0;
        for (int round = 0; round < graphs; round++) {
            Random random = new Random(SEED + round);
            Graph graph = drawn.apply(random);
            DType type = DType.OF_NETWORKS.get(random.nextInt(DType.OF_NETWORKS.size()));
            boolean training = random.nextBoolean();
            Sharing sharing = random.nextInt(3) == 0 ? Sharing.VIEWS : Sharing.IN_PLACE;
            try {
                CheckedPlan plan = CheckedPlan.of(graph, type, training, sharing);
                shared += plan.shares() ? 1 : 0;
                larger += plan.isLargerThanItsPeak() ? 1 : 0;
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("seed " + (SEED + round) + ": " + graph, failed);
            }
        }
        assertThat(shared).as("graphs with shared memory").isGreaterThan(graphs / 2);
        assertThat(larger).as("arenas larger than their peak").isBetween(1, graphs / 5);
    }
}
