package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.RandomGraph;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Networks with several inputs, several outputs, layers with several outputs and shared weights cost what is predicted of them. */
class RandomNetworksTest {
    private static final long SEED = 20_261_130;
    private static final int NETWORKS = 10_000;
    private static final Verifier.Options ONE_THREAD = new Verifier.Options(0, 1, false, false);

    @Test
    void whatIsPredictedIsObserved() {
        int inputs = 0;
        int outputs = 0;
        int sharing = 0;
        int atTheStart = 0;
        int parts = 0;
        for (int round = 0; round < NETWORKS; round++) {
            Graph graph = RandomGraph.withSeveral(new Random(SEED + round));
            try {
                Verification verification =
                        Verifier.verify(NetworkFacts.of(graph, DType.FLOAT32), ONE_THREAD, Progress.NONE);
                assertThat(verification.differing()).isEmpty();
                assertThat(verification.equal()).isTrue();
                atTheStart += holdsMostAtTheStart(verification) ? 1 : 0;
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("seed " + (SEED + round) + ": " + graph, failed);
            }
            inputs += graph.inputs().size() > 1 ? 1 : 0;
            outputs += graph.outputs().size() > 1 ? 1 : 0;
            sharing += sharesWeights(graph) ? 1 : 0;
            parts += takesSeveralOutputsOfOne(graph) ? 1 : 0;
        }
        assertThat(inputs).as("networks with several inputs").isGreaterThan(NETWORKS / 2);
        assertThat(outputs).as("networks with several outputs").isGreaterThan(NETWORKS / 2);
        assertThat(sharing).as("networks with shared weights").isGreaterThan(NETWORKS / 10);
        assertThat(atTheStart).as("networks that hold most before they run").isGreaterThan(NETWORKS / 100);
        assertThat(parts)
                .as("networks with layers of which several outputs are taken")
                .isGreaterThan(NETWORKS / 10);
    }

    private static boolean holdsMostAtTheStart(Verification verification) {
        return verification.layers().stream()
                .allMatch(layer -> layer.heldBytes().predicted()
                        < verification.totals().peakBytes().predicted());
    }

    private static boolean takesSeveralOutputsOfOne(Graph graph) {
        Set<Integer> taken = new HashSet<>(graph.outputs());
        graph.nodes().forEach(node -> taken.addAll(node.values()));
        return graph.nodes().stream()
                .anyMatch(
                        node -> node.outputs().stream().filter(taken::contains).count() > 1);
    }

    private static boolean sharesWeights(Graph graph) {
        long taken = graph.nodes().stream()
                .mapToLong(node -> node.weightNumbers().size())
                .sum();
        return taken > graph.weights().size();
    }
}
