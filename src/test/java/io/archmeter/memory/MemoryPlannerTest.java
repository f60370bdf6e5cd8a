package io.archmeter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.Nodes;
import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.memory.MemoryPlan.Placement;
import io.archmeter.memory.Peak.LiveTensor;
import io.archmeter.op.Activation;
import io.archmeter.op.Identity;
import io.archmeter.op.Linear;
import io.archmeter.op.Softmax;
import io.archmeter.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small networks by hand. All maps have 4·4 positions of 4 bytes: 64 bytes for each channel. */
class MemoryPlannerTest {
    private static final Activation RELU = new Activation(Activation.Function.RELU);

    private static final String CHAIN = """
            input: [1, 4, 4]
            layers:
              thin: {conv: 2, kernel: 1}
              relu: relu
              wide: {conv: 4, kernel: 1}
              flatten: flatten
              linear: {linear: 10}
            """;

    private static Graph graph(String yaml) {
        return WrittenModel.of(yaml).graph();
    }

    private static MemoryPlan plan(Graph graph) {
        return MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false);
    }

    private static MemoryPlan plan(String yaml) {
        return plan(graph(yaml));
    }

    private static Placement place(MemoryPlan plan, int node) {
        return plan.placements().get(node).orElseThrow();
    }

    /**
     * The input has 64 bytes, thin 128, wide 256 and linear 10·4 = 40. relu lies in thin's place, flatten is wide. So at the
     * steps 0 to 5 there are: the input; the input and thin; thin; thin and wide; wide; wide and linear.
     */
    @Test
    void aChainHoldsEachTensorUntilItIsRead() {
        MemoryPlan plan = plan(CHAIN);

        assertThat(plan.liveBytes()).containsExactly(64L, 64 + 128L, 128L, 128 + 256L, 256L, 256 + 40L);
        assertThat(plan.peak())
                .isEqualTo(new Peak(
                        3,
                        "wide",
                        "conv",
                        384,
                        List.of(
                                new LiveTensor("wide", 256, Optional.of("flatten")),
                                new LiveTensor("relu", 128, Optional.of("wide")))));
        assertThat(plan.arenaBytes()).isEqualTo(384);
        assertThat(place(plan, 2)).isEqualTo(place(plan, 1));
        assertThat(place(plan, 4)).isEqualTo(place(plan, 3));
    }

    /** As above, but relu has 128 bytes of its own while it reads thin. The first step with the most, 384, is still wide's. */
    @Test
    void withoutSharingInPlaceOnlyViewsShare() {
        MemoryPlan plan = MemoryPlanner.plan(NetworkFacts.of(graph(CHAIN), DType.FLOAT32), false, Sharing.VIEWS);

        assertThat(plan.liveBytes()).containsExactly(64L, 64 + 128L, 128 + 128L, 128 + 256L, 256L, 256 + 40L);
        assertThat(place(plan, 2)).isNotEqualTo(place(plan, 1));
        assertThat(place(plan, 4)).isEqualTo(place(plan, 3));
    }

    @Test
    void theTypeOfElementsDecidesTheBytes() {
        assertThat(MemoryPlanner.plan(NetworkFacts.of(graph(CHAIN), DType.FLOAT16), false)
                        .arenaBytes())
                .isEqualTo(384 / 2);
        assertThat(MemoryPlanner.plan(NetworkFacts.of(graph(CHAIN), DType.INT8), false)
                        .liveBytes())
                .containsExactly(16L, 48L, 32L, 96L, 64L, 74L);
    }

    /** A second relu reads the input later, so the first has 64 bytes beside it; then both inputs of the sum end there. */
    @Test
    void aTensorThatIsReadLaterIsNotOverwritten() {
        MemoryPlan plan = plan("""
                input: [1, 4, 4]
                layers:
                  one: relu
                  two: {relu: , from: input}
                  sum: {add: , from: [one, two]}
                """);

        assertThat(plan.liveBytes()).containsExactly(64L, 128L, 128L, 128L);
        assertThat(place(plan, 2)).isEqualTo(place(plan, 0));
        assertThat(place(plan, 3)).isEqualTo(place(plan, 1));
    }

    private static final String HALVES = """
            input: [4, 4, 4]
            layers:
              cut: {split: 2}
              low: {conv: 1, kernel: 1, from: cut.0}
              high: {conv: 1, kernel: 1, from: cut.1}
              sum: {add: , from: [low, high]}
            """;

    /** Halves of a sample's 256 bytes lie in it, one after the other, and keep all of it; the convolutions put out 64 bytes each. */
    @Test
    void partsThatLieInOnePieceKeepAllThatTheyArePartsOf() {
        MemoryPlan plan = plan(HALVES);

        assertThat(plan.liveBytes()).containsExactly(256L, 256L, 256 + 64L, 256 + 64 + 64L, 64 + 64L);
        long begin = place(plan, 0).offset();
        assertThat(place(plan, 1)).isEqualTo(new Placement(begin, 128));
        assertThat(place(plan, 2)).isEqualTo(new Placement(begin + 128, 128));
        assertThat(plan.peak().live())
                .containsExactlyInAnyOrder(
                        new LiveTensor("cut.1", 256, Optional.of("high")),
                        new LiveTensor("low", 64, Optional.of("sum")),
                        new LiveTensor("high", 64, Optional.of("sum")));
    }

    /** Of two samples each half has elements of both, in two pieces: it is moved, and the input is gone when both are. */
    @Test
    void partsThatDoNotLieInOnePieceAreMoved() {
        MemoryPlan plan = plan(WrittenModel.of(HALVES, new LoadOptions(2, Optional.empty(), Map.of()))
                .graph());

        assertThat(plan.liveBytes())
                .containsExactly(512L, 512 + 256 + 256L, 256 + 256 + 128L, 256 + 128 + 128L, 128 + 128L);
    }

    /** Written in its place, the product would change the part by which the elements after it are multiplied. */
    @Test
    void aTensorIsNotOverwrittenWhileAPartOfItIsRead() {
        MemoryPlan plan = plan("""
                input: [4]
                layers:
                  cut: {split: [1, 3]}
                  scaled: {multiply: , from: [input, cut]}
                """);

        assertThat(plan.liveBytes()).containsExactly(16L, 16L, 16 + 16L);
    }

    /** Four bits each: the second part begins with a byte, and the third within one. */
    @Test
    void aPartBeginsWithAByte() {
        MemoryPlan plan = MemoryPlanner.plan(NetworkFacts.of(graph("""
                input: [9]
                layers:
                  cut: {split: [2, 3, 4]}
                  low: {relu: , from: cut.1}
                outputs: [low, cut.2]
                """), DType.INT4), false);

        assertThat(place(plan, 2).offset()).isEqualTo(place(plan, 0).offset() + 1);
        assertThat(plan.liveBytes()).containsExactly(5L, 5 + 2L, 5 + 2 + 2L);
    }

    /** The gate has a number for each of the 2 channels: 8 bytes, too small for the product, whichever comes first. */
    @Test
    void aProductLiesInThePlaceOfTheInputThatHasItsSize() {
        MemoryPlan plan = plan("""
                input: [2, 4, 4]
                layers:
                  map: {conv: 2, kernel: 1}
                  gate: globalavgpool
                  scaled: {multiply: , from: [gate, map]}
                """);

        assertThat(plan.liveBytes()).containsExactly(128L, 128 + 128L, 128 + 8L, 128 + 8L);
        assertThat(place(plan, 3)).isEqualTo(place(plan, 1));
    }

    /** The view and what it shows are the same bytes; relu may overwrite them only when the pool has read them too. */
    @Test
    void aTensorIsNotOverwrittenWhileItsViewIsReadOrItselfThroughAView() {
        MemoryPlan plan = plan("""
                input: [1, 4, 4]
                layers:
                  map: {conv: 1, kernel: 1}
                  view: identity
                  relu: relu
                  pool: {globalavgpool: , from: map}
                  sum: {add: , from: [relu, pool]}
                """);

        assertThat(plan.liveBytes()).containsExactly(64L, 64 + 64L, 64L, 64 + 64L, 64 + 64 + 4L, 64 + 4L);
        assertThat(place(plan, 2)).isEqualTo(place(plan, 1));
        assertThat(place(plan, 3)).isNotEqualTo(place(plan, 1));
    }

    /** A tensor of 16 bytes and its view, both of which are there when the largest layer, of 400 bytes, reads one of them. */
    @Test
    void ofTensorsThatShareMemoryThePeakNamesTheOneThatIsNeededLongest() {
        assertThat(whilePeaking(1, 2)).isEqualTo(new LiveTensor("identity2", 16, Optional.of("linear4")));
        assertThat(whilePeaking(2, 1)).isEqualTo(new LiveTensor("linear1", 16, Optional.of("linear4")));
    }

    private static LiveTensor whilePeaking(int readFirst, int readLast) {
        Nodes nodes = new Nodes(1, 3);
        nodes.add(new Linear(4, true), 0);
        nodes.add(new Identity(), 1);
        nodes.add(new Linear(100, true), readFirst);
        nodes.add(new Linear(2, true), readLast);
        Peak peak = plan(nodes.graph()).peak();
        assertThat(peak.bytes()).isEqualTo(400 + 16);
        return peak.live().get(1);
    }

    /** Two branches of 64 and 128 bytes meet in 192; the input is read by both. */
    @Test
    void aConcatHoldsAllItsInputsAndItsOutput() {
        MemoryPlan plan = plan("""
                input: [1, 4, 4]
                layers:
                  fork:
                    branches:
                      thin: {conv: 1, kernel: 1}
                      wide: {conv: 2, kernel: 1}
                    join: concat
                """);

        assertThat(plan.liveBytes()).containsExactly(64L, 64 + 64L, 64 + 64 + 128L, 64 + 128 + 192L);
        assertThat(plan.arenaBytes()).isEqualTo(384);
    }

    /** The heads read trunk, 64 bytes, when the main output, 128 bytes, is there already. Their own have 192 and 256. */
    @Test
    void headsAreThereInTrainingOnlyAndTheirOutputsAreKept() {
        Graph graph = graph("""
                input: [1, 4, 4]
                layers:
                  trunk: {conv: 1, kernel: 1}
                  main: {conv: 2, kernel: 1}
                heads:
                  first: {from: trunk, layers: [{conv: 3, kernel: 1}]}
                  second: {from: trunk, layers: [{conv: 4, kernel: 1}]}
                """);

        MemoryPlan inference = MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false);
        MemoryPlan training = MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), true);

        assertThat(inference.liveBytes().subList(0, 3)).containsExactly(64L, 64 + 64L, 64 + 128L);
        assertThat(inference.placements().subList(3, 5)).containsOnly(Optional.empty());
        assertThat(training.liveBytes())
                .containsExactly(64L, 64 + 64L, 64 + 128L, 64 + 128 + 192L, 64 + 128 + 192 + 256L);
        assertThat(training.peak().live())
                .containsExactly(
                        new LiveTensor("second.0", 256, Optional.empty()),
                        new LiveTensor("first.0", 192, Optional.empty()),
                        new LiveTensor("main", 128, Optional.empty()),
                        new LiveTensor("trunk", 64, Optional.of("second.0")));
    }

    /** The main output is the first relu, which the second must not overwrite. */
    @Test
    void theOutputIsKeptEvenIfLayersBehindItReadIt() {
        Nodes nodes = new Nodes(1, 1, 4, 4);
        int output = nodes.add(RELU, 0);
        nodes.add(RELU, output);

        MemoryPlan plan = plan(nodes.graph(output));

        assertThat(plan.liveBytes()).containsExactly(64L, 64L, 128L);
        assertThat(place(plan, 1)).isEqualTo(place(plan, 0));
        assertThat(plan.peak().live()).contains(new LiveTensor("relu1", 64, Optional.empty()));
    }

    /** Nobody reads the first linear, so its 28 bytes at the begin of the arena are there for one step. */
    @Test
    void whatNobodyReadsLivesForItsOwnStep() {
        Nodes nodes = new Nodes(1, 3);
        nodes.add(new Linear(7, true), 0);
        nodes.add(new Linear(2, true), 0);

        MemoryPlan plan = plan(nodes.graph());

        assertThat(plan.liveBytes()).containsExactly(12L, 12 + 28L, 12 + 8L);
        assertThat(plan.peak().live())
                .containsExactly(
                        new LiveTensor("linear1", 28, Optional.empty()),
                        new LiveTensor("input", 12, Optional.of("linear2")));
        assertThat(place(plan, 2)).isEqualTo(new Placement(0, 8));
    }

    @Test
    void anInputAloneIsAPlanToo() {
        MemoryPlan plan = plan(new Nodes(1, 3).graph());

        assertThat(plan.liveBytes()).containsExactly(12L);
        assertThat(plan.peak().layer()).isEqualTo("input");
    }

    @Test
    void bytesBeyondALongAreAProblemOfTheirLayer() {
        Nodes tensor = new Nodes(1, 1L << 30);
        tensor.add(new Linear(1L << 61, false), 0);
        assertOverflow(tensor.graph(), DType.FLOAT32, "linear1");

        Nodes sum = new Nodes(1, 1L << 62);
        sum.add(new Linear(1L << 62, false), 0);
        assertOverflow(sum.graph(), DType.INT8, "linear1");
    }

    /**
     * A chain of 3, 3, 4 and 5 parts has its peak at the last two, 9 parts; no order places it in less than 10 (see ArenaTest).
     * With 0.97·10¹⁸ bytes a part, 9 parts fit a long and 10 do not.
     */
    @Test
    void anArenaBeyondALongIsAProblemOfThePeaksLayer() {
        long part = 970_000_000_000_000_000L;
        Nodes nodes = new Nodes(1, 3 * part);
        nodes.add(new Linear(3 * part, false), 0);
        nodes.add(new Linear(4 * part, false), 1);
        nodes.add(new Linear(5 * part, false), 2);
        assertOverflow(nodes.graph(), DType.INT8, "linear3");
    }

    private static void assertOverflow(Graph graph, DType type, String layer) {
        assertThatThrownBy(() -> MemoryPlanner.plan(NetworkFacts.of(graph, type), false))
                .isInstanceOfSatisfying(ProblemException.class, overflow -> {
                    assertThat(overflow.problems()).hasSize(1);
                    assertThat(overflow.problems().get(0).code()).isEqualTo("overflow");
                    assertThat(overflow.problems().get(0).layer()).isEqualTo(layer);
                });
    }

    /**
     * Numbers of 4 bytes: an image of 3, a depth of 10 that only a head reads, and a mask of 2 that the last layer reads. All 15 are there
     * from the start. Then there are the mask and the image, in whose place the relu lies, which is an output; the softmax lies in the place
     * of the mask.
     */
    @Test
    void inputsAreThereFromTheStartUntilTheirLastReader() {
        Nodes nodes = new Nodes(1, 3);
        int depth = nodes.addInput(Shape.of(1, 10));
        int mask = nodes.addInput(Shape.of(1, 2));
        int relu = nodes.add(RELU, 0);
        int softmax = nodes.add(new Softmax(1), mask);
        nodes.addAuxiliary(new Softmax(1), depth);
        NetworkFacts network = NetworkFacts.of(nodes.graph(softmax, relu), DType.FLOAT32);

        MemoryPlan plan = MemoryPlanner.plan(network, false);

        assertThat(plan.liveBytes().subList(0, 5)).containsExactly(60L, 60L, 60L, 20L, 20L);
        assertThat(plan.peak().step()).isZero();
        assertThat(plan.peak().operator()).isEqualTo("input");
        assertThat(plan.peak().live())
                .containsExactly(
                        new LiveTensor("input1", 40, Optional.empty()),
                        new LiveTensor("input", 12, Optional.of("relu3")),
                        new LiveTensor("input2", 8, Optional.of("softmax4")));
    }
}
