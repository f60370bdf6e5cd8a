package io.archmeter.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.Nodes;
import io.archmeter.RandomGraph;
import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.load.BundledModel;
import io.archmeter.load.LoadOptions;
import io.archmeter.op.Activation;
import io.archmeter.op.Concat;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Linear;
import io.archmeter.problem.ProblemException;
import io.archmeter.training.Optimizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Memory of whole networks, and the batches that fit. */
class MemoryReportTest {
    private static final DType FLOAT = DType.FLOAT32;

    private static Model load(String model, long batch) {
        return Archmeter.load(model, new LoadOptions(batch, Optional.empty(), Map.of()));
    }

    static Stream<String> bundled() {
        return Archmeter.bundled().stream().map(BundledModel::name);
    }

    /** Another batch of a graph is what a spec gives that is loaded with it. */
    @ParameterizedTest
    @MethodSource("bundled")
    void aGraphWithAnotherBatchIsTheOneThatIsLoadedWithIt(String model) {
        assertThat(Rebatched.of(load(model, 1).graph(), 7))
                .isEqualTo(load(model, 7).graph());
    }

    /**
     * 3 GiB around ResNet-50: what is found fits when it is loaded, and one more does not. Without heads it has 102,549,972 bytes of
     * weights: 25,557,032 parameters and 53,120 statistics of 4, and 53 counters of 8.
     */
    @Test
    void theLargestBatchFitsAndOneMoreDoesNot() {
        long limit = 3L << 30;
        BatchLimit found = load("resnet50", 1).largestBatches(FLOAT, Optimizer.MOMENTUM, limit);

        long inference = found.inference().batch();
        assertThat(needs(load("resnet50", inference))).isLessThanOrEqualTo(limit);
        assertThat(needs(load("resnet50", inference + 1))).isGreaterThan(limit);
        assertThat(load("resnet50", 1)
                        .memory(FLOAT, Optimizer.NONE)
                        .inferenceWeights()
                        .exact())
                .hasValue(4L * (25_557_032 + 53_120) + 8 * 53);

        long training = found.training().orElseThrow().batch();
        assertThat(peak(load("resnet50", training))).isLessThanOrEqualTo(limit);
        assertThat(peak(load("resnet50", training + 1))).isGreaterThan(limit);
    }

    private static long needs(Model model) {
        MemoryReport memory = model.memory(FLOAT, Optimizer.MOMENTUM);
        return memory.inferenceWeights().atLeast() + memory.inference().arenaBytes();
    }

    private static long peak(Model model) {
        return model.memory(FLOAT, Optimizer.MOMENTUM).training().orElseThrow().peakBytes();
    }

    /** The two heads of GoogLeNet have 6,379,984 parameters (13,004,888 − 6,624,904) and statistics, which inference leaves out. */
    @Test
    void inferenceDoesWithoutHeads() {
        MemoryReport memory = load("googlenet", 1).memory(FLOAT, Optimizer.NONE);
        long headStatistics = 2 * (4 * 2 * 128 + 8);

        assertThat(memory.weights().atLeast() - memory.inferenceWeights().atLeast())
                .isEqualTo(4 * 6_379_984 + headStatistics);
    }

    @Test
    void theLargestBatchesOfRandomNetworks() {
        long seed = 170_604_551;
        for (int round = 0; round < 300; round++) {
            Random random = new Random(seed + round);
            Graph graph = RandomGraph.of(random);
            long limit = 100 + random.nextInt(1_000_000);
            BatchLimit found = BatchLimit.of(NetworkFacts.of(graph, FLOAT), Optimizer.MOMENTUM, limit);
            try {
                assertLargest(
                        found.inference(),
                        limit,
                        batch -> MemoryReport.inferenceNeeds(at(graph, batch)).bytes());
                assertLargest(
                        found.training().orElseThrow(),
                        limit,
                        batch -> MemoryReport.of(at(graph, batch), Optimizer.MOMENTUM)
                                .training()
                                .orElseThrow()
                                .peakBytes());
            } catch (AssertionError failed) {
                throw new AssertionError("seed " + (seed + round) + ": " + graph, failed);
            }
        }
    }

    private interface Needs {
        long of(long batch);
    }

    private static void assertLargest(LargestBatch found, long limit, Needs needs) {
        if (found.batch() > 0) {
            assertThat(needs.of(found.batch())).isLessThanOrEqualTo(limit);
            assertThat(found.bytes()).hasValue(needs.of(found.batch()));
        }
        found.more().ifPresent(more -> {
            assertThat(needs.of(found.batch() + 1)).isEqualTo(more);
            assertThat(more).isGreaterThan(limit);
        });
        assertThat(found.batch() > 0 || found.more().isPresent()).isTrue();
    }

    private static NetworkFacts at(Graph graph, long batch) {
        return NetworkFacts.of(Rebatched.of(graph, batch), FLOAT);
    }

    /** A sample has 3 elements of 4 bytes, and relu works in place; one batch more has more bytes than a long counts. */
    @Test
    void aBatchThatNoNumberCountsDoesNotFit() {
        Nodes nodes = new Nodes(1, 3);
        nodes.add(new Activation(Activation.Function.RELU), 0);

        BatchLimit found = BatchLimit.of(NetworkFacts.of(nodes.graph(), FLOAT), Optimizer.NONE, Long.MAX_VALUE);

        long most = Long.MAX_VALUE / 12;
        assertThat(found.inference())
                .isEqualTo(new LargestBatch(most, OptionalLong.of(12 * most), OptionalLong.empty()));
        assertThat(found.training()).hasValue(found.inference());
    }

    /** Two samples are a sum of shapes 2×3 and 4×3, while one is stretched to 2×3. */
    @Test
    void aBatchThatALayerRefusesDoesNotFit() {
        Nodes nodes = new Nodes(1, 3);
        nodes.add(new Concat(0), 0, 0);
        nodes.add(new Elementwise(Elementwise.Function.ADD), 0, 1);

        BatchLimit found = BatchLimit.of(NetworkFacts.of(nodes.graph(), FLOAT), Optimizer.NONE, Long.MAX_VALUE);

        // 12 bytes of the input, and 24 that the sum puts into the place of the concatenation
        assertThat(found.inference()).isEqualTo(new LargestBatch(1, OptionalLong.of(36), OptionalLong.empty()));
    }

    /** 2⁶¹ bytes of output fit a long, and what a tool counts twice in 4 bytes does not. */
    @Test
    void aFigureBeyondALongIsAProblem() {
        Nodes nodes = new Nodes(1, 1);
        nodes.add(new Linear(1L << 59, false), 0);
        Graph graph = nodes.graph();
        assertThat(MemoryReport.of(NetworkFacts.of(graph, DType.INT8), Optimizer.NONE)
                        .outputs()
                        .each()
                        .bytes())
                .isEqualTo(Amount.exactly(1L << 59));
        assertThatThrownBy(() -> MemoryReport.of(NetworkFacts.of(graph, DType.FLOAT32), Optimizer.MOMENTUM))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        overflow -> assertThat(overflow.problems())
                                .extracting(problem -> problem.code())
                                .isEqualTo(List.of("overflow")));
    }
}
