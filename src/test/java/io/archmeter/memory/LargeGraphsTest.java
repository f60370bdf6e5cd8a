package io.archmeter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Nodes;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.op.Concat;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Linear;
import io.archmeter.program.Growth;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of networks in which a planner could not look at all pairs of layers. */
class LargeGraphsTest {
    private static final int LAYERS = 20_000;
    private static final Elementwise ADD = new Elementwise(Elementwise.Function.ADD);

    private static MemoryPlan plan(Graph graph) {
        return MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false);
    }

    /** Layers with sizes of their own, so that gaps rarely fit by chance. */
    private static Nodes linears(int layers) {
        Random sizes = new Random(1);
        Nodes nodes = new Nodes(1, 3);
        for (int layer = 0; layer < layers; layer++) {
            nodes.add(new Linear(1 + sizes.nextInt(1_000_000), true), layer);
        }
        return nodes;
    }

    static final class Chain implements IntConsumer {
        @Override
        public void accept(int layers) {
            plan(linears(layers).graph());
        }
    }

    /** y = x + f(g(x)), with 8 features at either end. */
    static final class Residuals implements IntConsumer {
        @Override
        public void accept(int layers) {
            plan(graph(layers));
        }

        static Graph graph(int layers) {
            Nodes nodes = new Nodes(1, 8);
            int last = 0;
            for (int layer = 0; layer < layers; layer += 3) {
                int wide = nodes.add(new Linear(16, true), last);
                last = nodes.add(ADD, nodes.add(new Linear(8, true), wide), last);
            }
            return nodes.graph();
        }
    }

    static final class TensorThatAllRead implements IntConsumer {
        @Override
        public void accept(int layers) {
            plan(graph(layers));
        }

        static Graph graph(int layers) {
            Nodes nodes = new Nodes(1, 8);
            int last = nodes.add(new Linear(8, true), 0);
            for (int layer = 1; layer < layers; layer++) {
                last = nodes.add(ADD, last, 0);
            }
            return nodes.graph();
        }
    }

    /** A concat of every layer, or of one in so many; what comes between finds gaps of all sizes. */
    private static Graph concat(int layers, int step) {
        Nodes nodes = linears(layers);
        Integer[] parts = IntStream.rangeClosed(1, layers)
                .filter(layer -> layer % step == 0)
                .boxed()
                .toArray(Integer[]::new);
        nodes.add(new Concat(1), parts);
        return nodes.graph();
    }

    static final class ConcatOfAll implements IntConsumer {
        @Override
        public void accept(int layers) {
            plan(concat(layers, 1));
        }
    }

    static final class ConcatOfEveryOther implements IntConsumer {
        @Override
        public void accept(int layers) {
            plan(concat(layers, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Chain.class,
                Residuals.class,
                TensorThatAllRead.class,
                ConcatOfAll.class,
                ConcatOfEveryOther.class
            })
    void twiceTheLayersTakeTwiceTheSteps(Class<? extends IntConsumer> planned) {
        Growth.requireProportional(planned, LAYERS / 2);
    }

    @Test
    void aChainHasAPlaceForEach() {
        assertThat(plan(linears(LAYERS).graph()).placements()).hasSize(LAYERS + 1);
    }

    /** 32 bytes for x, 32 for y in the place of f, and what g needs. */
    @Test
    void aChainOfResiduals() {
        assertThat(plan(Residuals.graph(LAYERS)).arenaBytes()).isEqualTo(4 * (8 + 16 + 8));
    }

    /** The input stays; each layer in turn lies in the place of the one before. */
    @Test
    void aTensorThatAllLaterLayersRead() {
        assertThat(plan(TensorThatAllRead.graph(LAYERS)).arenaBytes()).isEqualTo(2 * 4 * 8);
    }

    /** All outputs stay for the last layer, which puts out as much as all of them. Nothing but the input's 12 bytes is spare. */
    @Test
    void aConcatOfAllLayers() {
        MemoryPlan plan = plan(concat(LAYERS, 1));

        assertThat(plan.arenaBytes() - plan.peak().bytes()).isBetween(0L, 12L);
        assertThat(plan.peak().live()).hasSize(LAYERS + 1);
    }

    @Test
    void aConcatOfEveryOtherLayer() {
        MemoryPlan plan = plan(concat(LAYERS, 2));

        assertThat(plan.arenaBytes()).isGreaterThanOrEqualTo(plan.peak().bytes());
    }
}
