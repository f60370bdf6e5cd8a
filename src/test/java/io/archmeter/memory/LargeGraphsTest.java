package io.archmeter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.archmeter.Nodes;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.op.Concat;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Linear;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Plans of 100,000 layers, which take well under a second each. The time that is allowed is for slow machines; a planner that
 * looked at all pairs would need minutes.
 */
class LargeGraphsTest {
    private static final int LAYERS = 100_000;
    private static final Duration ALLOWED = Duration.ofSeconds(10);
    private static final Elementwise ADD = new Elementwise(Elementwise.Function.ADD);

    private final Random sizes = new Random(1);

    /** A layer with a size of its own, so that gaps rarely fit by chance. */
    private Linear linear() {
        return new Linear(1 + sizes.nextInt(1_000_000), true);
    }

    private static MemoryPlan plan(Graph graph, Duration allowed) {
        return assertTimeoutPreemptively(allowed, () -> MemoryPlanner.plan(graph, DType.FLOAT32, false));
    }

    @Test
    void aChain() {
        assertThat(plan(chain(LAYERS), ALLOWED).placements()).hasSize(LAYERS + 1);
    }

    @Test
    void aChainOfAMillionLayers() {
        assertThat(plan(chain(1_000_000), ALLOWED.multipliedBy(6)).placements()).hasSize(1_000_001);
    }

    private Graph chain(int layers) {
        Nodes nodes = new Nodes(1, 3);
        for (int layer = 0; layer < layers; layer++) {
            nodes.add(linear(), layer);
        }
        return nodes.graph();
    }

    /** y = x + f(g(x)), with 8 features at either end: 32 bytes for x, 32 for y in the place of f, and what g needs. */
    @Test
    void aChainOfResiduals() {
        Nodes nodes = new Nodes(1, 8);
        int last = 0;
        for (int layer = 0; layer < LAYERS; layer += 3) {
            int wide = nodes.add(new Linear(16, true), last);
            last = nodes.add(ADD, nodes.add(new Linear(8, true), wide), last);
        }

        assertThat(plan(nodes.graph(), ALLOWED).arenaBytes()).isEqualTo(4 * (8 + 16 + 8));
    }

    /** The input stays; each layer in turn lies in the place of the one before. */
    @Test
    void aTensorThatAllLaterLayersRead() {
        Nodes nodes = new Nodes(1, 8);
        int last = nodes.add(new Linear(8, true), 0);
        for (int layer = 1; layer < LAYERS; layer++) {
            last = nodes.add(ADD, last, 0);
        }

        assertThat(plan(nodes.graph(), ALLOWED).arenaBytes()).isEqualTo(2 * 4 * 8);
    }

    /** All outputs stay for the last layer, which puts out as much as all of them. Nothing but the input's 12 bytes is spare. */
    @Test
    void aConcatOfAllLayers() {
        Nodes nodes = new Nodes(1, 3);
        for (int layer = 0; layer < LAYERS; layer++) {
            nodes.add(linear(), layer);
        }
        nodes.add(new Concat(1), IntStream.rangeClosed(1, LAYERS).boxed().toArray(Integer[]::new));

        MemoryPlan plan = plan(nodes.graph(), ALLOWED);

        assertThat(plan.arenaBytes() - plan.peak().bytes()).isBetween(0L, 12L);
        assertThat(plan.peak().live()).hasSize(LAYERS + 1);
    }

    /** Every other output stays for the last layer, and what comes between finds gaps of all sizes. */
    @Test
    void aConcatOfEveryOtherLayer() {
        Nodes nodes = new Nodes(1, 3);
        for (int layer = 0; layer < LAYERS; layer++) {
            nodes.add(linear(), layer);
        }
        nodes.add(
                new Concat(1),
                IntStream.rangeClosed(1, LAYERS)
                        .filter(layer -> layer % 2 == 0)
                        .boxed()
                        .toArray(Integer[]::new));

        MemoryPlan plan = plan(nodes.graph(), ALLOWED);

        assertThat(plan.arenaBytes()).isGreaterThanOrEqualTo(plan.peak().bytes());
    }
}
