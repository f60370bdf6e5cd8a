package io.archmeter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.RandomGraph;
import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.report.Network;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccupantTest {
    private static final long SEED = 20_261_201;
    private static final int GRAPHS = 300;

    /** 4 bytes for each of 1·4·4, 2·4·4 and 3 elements; a relu works in place, and a flattened tensor is a view. */
    @Test
    void tensorsThatShareMemoryAreOne() {
        NetworkFacts network = Network.on("chain", "", 1, 1, 4, 4)
                .layer("conv", "conv", "channels", 2, "kernel", 1)
                .layer("relu", "relu")
                .layer("flatten", "flatten")
                .layer("linear", "linear", "features", 3)
                .model()
                .facts(DType.FLOAT32);

        assertThat(Occupant.of(network, MemoryPlanner.plan(network, false), false))
                .containsExactly(
                        new Occupant(List.of("input"), Amount.exactly(64), 128, 0, 1, Optional.of("conv")),
                        new Occupant(
                                List.of("conv", "relu", "flatten"),
                                Amount.exactly(128),
                                0,
                                1,
                                4,
                                Optional.of("linear")),
                        new Occupant(List.of("linear"), Amount.exactly(12), 128, 4, 4, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alexnet", "googlenet", "densenet121", "gpt2"})
    void ofEachStepTheyHaveAllLiveBytesAndTheirPlaces(String model) {
        NetworkFacts network = BundledModels.model(model).facts(DType.FLOAT32);
        requireAll(network, false);
        requireAll(network, true);
    }

    @Test
    void theyDoSoOnAnyGraph() {
        for (int round = 0; round < GRAPHS; round++) {
            Graph graph = RandomGraph.withSeveral(new Random(SEED + round));
            try {
                requireAll(NetworkFacts.of(graph, DType.FLOAT32), round % 2 == 0);
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("seed " + (SEED + round) + ": " + graph, failed);
            }
        }
    }

    private static void requireAll(NetworkFacts network, boolean training) {
        MemoryPlan plan = MemoryPlanner.plan(network, training);
        long[] bytes = new long[plan.steps().size()];
        for (Occupant occupant : Occupant.of(network, plan, training)) {
            assertThat(occupant.offset() + occupant.bytes().atLeast()).isLessThanOrEqualTo(plan.arenaBytes());
            for (int step = occupant.first(); step <= occupant.last(); step++) {
                bytes[step] += occupant.bytes().atLeast();
            }
        }
        assertThat(bytes)
                .containsExactly(
                        plan.steps().stream().mapToLong(plan.liveBytes()::get).toArray());
    }
}
