package io.archmeter.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.archmeter.Nodes;
import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.op.Linear;
import io.archmeter.op.LocalResponseNorm;
import io.archmeter.problem.ProblemException;
import io.archmeter.training.Allocation.Use;
import io.archmeter.training.Step.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small networks by hand. A map has 4·4 positions of 4 bytes: 64 bytes for each channel. Weights have no bias. */
class TrainingMemoryTest {
    private static final String CHAIN = """
            input: [1, 4, 4]
            layers:
              conv: {conv: 2, kernel: 1, bias: false}
              relu: relu
              flatten: flatten
              linear: {linear: 3, bias: false}
            """;

    private static TrainingMemory training(String yaml) {
        return training(yaml, DType.FLOAT32, Optimizer.SGD);
    }

    private static TrainingMemory training(String yaml, DType type, Optimizer optimizer) {
        return TrainingMemory.of(WrittenModel.of(yaml).facts(type), optimizer);
    }

    private static List<Long> live(TrainingMemory training, Phase phase) {
        return training.liveBytes().get(phase);
    }

    /**
     * conv has 2 weights, 8 bytes, and linear 3·32, 384 bytes: 392. The input has 64 bytes, conv 128, which relu replaces and
     * flatten shows, and linear 12. conv keeps the input, relu and linear what relu puts out: 192.
     *
     * <p>Backward there are, beside 392 of weights: 192 kept, the gradients of linear (12), flatten (128) and of linear's weights
     * (384); without that of linear's output when flatten passes on; the gradients of both sides of relu; the input, the
     * gradients of conv's output and weights (8).
     */
    @Test
    void aChainHoldsWhatIsKeptUntilItsLayerHasRunBackward() {
        TrainingMemory training = training(CHAIN);

        assertThat(live(training, Phase.FORWARD))
                .containsExactly(392 + 64L, 392 + 64 + 128L, 392 + 64 + 128L, 392 + 64 + 128L, 392 + 64 + 128 + 12L);
        assertThat(live(training, Phase.BACKWARD))
                .containsExactly(
                        392 + 192 + 12 + 128 + 384L,
                        392 + 192 + 128 + 384L,
                        392 + 192 + 128 + 128 + 384L,
                        392 + 64 + 128 + 8 + 384L);
        assertThat(live(training, Phase.UPDATE)).containsExactly(2 * 392L);
        assertThat(training.keptForBackward().exact()).hasValue(192);
        assertThat(training.total().exact()).hasValue(392 + 392 + 192);
    }

    /**
     * conv has 4 weights, 16 bytes, and one 1, 4 bytes: 20. The input and conv have 128 bytes, one 64. The parts show conv, of which one
     * keeps the storage, all of it.
     *
     * <p>Backward there are the gradients of both sides of one, 64 each, and of its weight; then, without what it kept, that of the part,
     * zeros for the part that nobody takes, and what both are joined to, 128; at last this, the input and the gradients of all weights.
     */
    @Test
    void theGradientOfWhatIsCutIsJoinedFromThoseOfItsParts() {
        TrainingMemory training = training("""
                input: [2, 4, 4]
                layers:
                  conv: {conv: 2, kernel: 1, bias: false}
                  cut: {split: 2}
                  one: {conv: 1, kernel: 1, bias: false}
                """);

        assertThat(live(training, Phase.FORWARD)).containsExactly(20 + 128L, 20 + 256L, 20 + 256L, 20 + 256 + 64L);
        assertThat(live(training, Phase.BACKWARD))
                .containsExactly(20 + 256 + 64 + 64 + 4L, 20 + 128 + 64 + 64 + 128 + 4L, 20 + 128 + 128 + 4 + 16L);
        assertThat(training.keptForBackward().exact()).hasValue(256);
    }

    @Test
    void thePeakNamesItsStepAndAllThatIsHeld() {
        TrainingMemory training = training(CHAIN);

        assertThat(training.peak()).isEqualTo(new Step(Phase.BACKWARD, "relu"));
        assertThat(training.peak()).hasToString("backward of relu");
        assertThat(training.peakBytes()).isEqualTo(392 + 192 + 128 + 128 + 384);
        assertThat(training.peakHoldings())
                .extracting(Allocation::use, Allocation::name, Allocation::bytes)
                .containsExactlyInAnyOrder(
                        tuple(Use.WEIGHTS, "linear.weight", 384L),
                        tuple(Use.PARAMETER_GRADIENT, "linear.weight", 384L),
                        tuple(Use.KEPT, "relu", 128L),
                        tuple(Use.GRADIENT, "relu", 128L),
                        tuple(Use.GRADIENT, "conv", 128L),
                        tuple(Use.KEPT, "input", 64L),
                        tuple(Use.WEIGHTS, "conv.weight", 8L));
    }

    /** momentum: one copy of 98 parameters; Adam: two, and a float32 for each of the two tensors. */
    @Test
    void optimizersKeepOneCopyOrTwo() {
        assertThat(training(CHAIN, DType.FLOAT32, Optimizer.NONE)
                        .optimizerState()
                        .exact())
                .hasValue(0);
        assertThat(training(CHAIN, DType.FLOAT32, Optimizer.SGD)
                        .optimizerState()
                        .exact())
                .hasValue(0);
        assertThat(training(CHAIN, DType.FLOAT32, Optimizer.MOMENTUM)
                        .optimizerState()
                        .exact())
                .hasValue(392);
        assertThat(training(CHAIN, DType.FLOAT32, Optimizer.ADAM)
                        .optimizerState()
                        .exact())
                .hasValue(2 * 392 + 2 * 4);
        assertThat(training(CHAIN, DType.FLOAT32, Optimizer.ADAMW)
                        .optimizerState()
                        .exact())
                .hasValue(2 * 392 + 2 * 4);
        assertThat(training(CHAIN, DType.FLOAT16, Optimizer.ADAM)
                        .optimizerState()
                        .exact())
                .hasValue(2 * 196 + 2 * 4);
    }

    /**
     * Three convolutions of one weight and one map. The gradient of the sum is that of both summands, one piece of 64 bytes. The
     * body's backward pass computes another 64 bytes and adds them to it in place, since the body's own gradient is gone.
     */
    @Test
    void aSumPassesItsGradientOn() {
        TrainingMemory training = training("""
                input: [1, 4, 4]
                layers:
                  stem: {conv: 1, kernel: 1, bias: false}
                  block: {residual: {body: {conv: 1, kernel: 1, bias: false}}}
                  last: {conv: 1, kernel: 1, bias: false}
                """);

        assertThat(live(training, Phase.FORWARD))
                .containsExactly(12 + 64L, 12 + 2 * 64L, 12 + 3 * 64L, 12 + 3 * 64L, 12 + 4 * 64L);
        assertThat(live(training, Phase.BACKWARD))
                .containsExactly(
                        12 + 3 * 64 + 2 * 64 + 4L,
                        12 + 2 * 64 + 64 + 4L,
                        12 + 2 * 64 + 2 * 64 + 8L,
                        12 + 64 + 64 + 12L);
    }

    /**
     * Two branches of one map, cut out of one gradient of 128 bytes. When the second branch has run, its part of the input's
     * gradient is there; the first branch computes 64 bytes more, which are added in place.
     */
    @Test
    void aConcatenationCutsItsGradient() {
        TrainingMemory training = training("""
                input: [1, 4, 4]
                layers:
                  stem: {conv: 1, kernel: 1, bias: false}
                  fork:
                    branches:
                      one: {conv: 1, kernel: 1, bias: false}
                      two: {conv: 1, kernel: 1, bias: false}
                    join: concat
                  last: {conv: 1, kernel: 1, bias: false}
                """);
        // last.weight has two channels
        long weights = 4 + 4 + 4 + 8;
        // input and stem; the concatenation until last has run
        long kept = 64 + 64;

        assertThat(training.keptForBackward().exact()).hasValue(kept + 128);
        assertThat(live(training, Phase.BACKWARD))
                .containsExactly(
                        weights + kept + 128 + 64 + 128 + 8,
                        weights + kept + 128 + 8,
                        weights + kept + 128 + 64 + 8 + 4,
                        weights + kept + 128 + 64 + 64 + 8 + 4 + 4,
                        weights + 64 + 64 + 8 + 4 + 4 + 4);
    }

    /**
     * A part of the gradient of a concatenation is not added to in place: there are the part, what is added, and the sum, when one has
     * let go what it kept, which is stem.
     */
    @Test
    void whatIsAddedToAPartOfAGradientNeedsACopy() {
        TrainingMemory training = training("""
                input: [1, 4, 4]
                layers:
                  stem: {conv: 1, kernel: 1, bias: false}
                  one: {conv: 1, kernel: 1, bias: false}
                  both: {concat: , from: [stem, one]}
                """);

        // backward of the concatenation, of one and of stem, beside 8 bytes of weights
        assertThat(live(training, Phase.BACKWARD))
                .containsExactly(8 + 2 * 64 + 128L, 8 + 64 + 128 + 64 + 64 + 4L, 8 + 64 + 64 + 8L);
    }

    /** No parameters lie before the pool and the sigmoid, so that autograd takes no notice of them. */
    @Test
    void whatNoParametersLieBeforeKeepsNothing() {
        TrainingMemory training = training("""
                input: [1, 4, 4]
                layers:
                  pool: {maxpool: 2}
                  sigmoid: sigmoid
                  conv: {conv: 1, kernel: 1, bias: false}
                """);

        // conv keeps the sigmoid's 4 elements
        assertThat(training.keptForBackward().exact()).hasValue(16);
        // the pool finds indices all the same, 8 bytes each (max_pool2d of ATen's Pooling.cpp)
        assertThat(live(training, Phase.FORWARD)).containsExactly(4 + 64L, 4 + 64 + 16 + 32L, 4 + 16L, 4 + 16 + 16L);
        assertThat(live(training, Phase.BACKWARD)).containsExactly(4 + 16 + 16 + 4L, 8L, 8L);
    }

    /** PyTorch keeps a factor for the gradient of the other: of x·f(x), where x is the input, x alone. */
    @Test
    void aFactorIsKeptForTheGradientOfTheOther() {
        assertThat(training("""
                input: [1, 4, 4]
                layers:
                  pool: {globalavgpool: }
                  gate: {conv: 1, kernel: 1, bias: false}
                  product: {multiply: , from: [input, gate]}
                """).keptForBackward().exact())
                .hasValue(64 + 4); // the input for the product, the pool for the gate
        assertThat(training("""
                input: [1, 4, 4]
                layers:
                  map: {conv: 1, kernel: 1, bias: false}
                  gate: {globalavgpool: , from: input}
                  product: {multiply: , from: [map, gate]}
                """).keptForBackward().exact())
                .hasValue(64 + 4); // the input for map, the gate for the product
    }

    /** Both heads and the main output begin backward together; the first head reads trunk through a view. */
    @Test
    void headsTakePart() {
        TrainingMemory training = training("""
                input: [4]
                layers:
                  trunk: {linear: 4, bias: false}
                  main: {linear: 2, bias: false}
                heads:
                  head: {from: trunk, layers: [identity]}
                """);
        long weights = 64 + 32;

        // the input and trunk are kept, 16 bytes each; the head is trunk; main has 8
        assertThat(live(training, Phase.FORWARD))
                .containsExactly(weights + 16, weights + 32, weights + 32, weights + 40);
        // the gradients of both outputs, that of the head being trunk's; main adds 16 bytes to it
        assertThat(live(training, Phase.BACKWARD))
                .containsExactly(weights + 32 + 16 + 8 + 16 + 32, weights + 16 + 16 + 32, weights + 16 + 16 + 32 + 64);
    }

    /** At 2 bytes an element: the input 32, its normalization 32 and 2·2 of statistics; buffers as PyTorch's half(). */
    @Test
    void halfPrecisionLeavesIndicesAndCountersAsTheyAre() {
        TrainingMemory training = training("""
                input: [1, 4, 4]
                layers:
                  conv: {conv: 1, kernel: 1, bias: false}
                  norm: batchnorm
                  pool: {maxpool: 2}
                """, DType.FLOAT16, Optimizer.SGD);

        // conv: 1; norm: weight, bias, mean, variance, and a counter of 8 bytes
        assertThat(training.weights().exact()).hasValue(2 + 4 * 2 + 8);
        assertThat(training.gradients().exact()).hasValue(2 + 2 * 2);
        // input, conv, norm, the statistics, and indices of 4 outputs
        assertThat(training.keptForBackward().exact()).hasValue(32 + 32 + 32 + 2 * 2 + 4 * 8);
    }

    @Test
    void anInputAloneCanBeTrainedToo() {
        TrainingMemory training =
                TrainingMemory.of(NetworkFacts.of(new Nodes(1, 3).graph(), DType.FLOAT32), Optimizer.ADAM);

        assertThat(training.peak()).isEqualTo(new Step(Phase.FORWARD, "input"));
        assertThat(training.peakBytes()).isEqualTo(12);
        assertThat(live(training, Phase.BACKWARD)).isEmpty();
        assertThat(live(training, Phase.UPDATE)).containsExactly(0L);
        assertThat(new Step(Phase.UPDATE, "test")).hasToString("update");
    }

    /** PyTorch: only tensors of floating point and complex dtype can require gradients. */
    @Test
    void nothingIsTrainedInWholeNumbers() {
        Graph graph = new Nodes(1, 3).graph();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingMemory.of(NetworkFacts.of(graph, DType.INT8), Optimizer.SGD))
                .withMessage("nothing can be trained in int8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingShares.of(NetworkFacts.of(graph, DType.INT8), Optimizer.SGD));
    }

    /**
     * Linear layers of 2·4 and 3·4 weights, 32 and 48 bytes, keep their inputs of 8 and 12 bytes, which are there from the start. Each puts
     * out 16 bytes; the sum replaces the first of them.
     */
    @Test
    void eachInputHasMemoryOfItsOwn() {
        TrainingMemory training = training("""
                inputs: {image: [2], depth: [3]}
                layers:
                  one: {linear: 4, bias: false}
                  two: {linear: 4, bias: false, from: depth}
                  sum: {add: , from: [one, two]}
                """);

        assertThat(training.keptForBackward().exact()).hasValue(8 + 12);
        assertThat(live(training, Phase.FORWARD))
                .containsExactly(80 + 20L, 80 + 20L, 80 + 20 + 16L, 80 + 20 + 32L, 80 + 20 + 32L);
    }

    /**
     * 4·4 weights of two layers, 64 bytes, and an input of 16. Going backward, the second layer is given 16 bytes, and brings 16 and the
     * gradient of the weights, 64; it keeps what the first puts out, 16 bytes. The first is given 16, keeps the input, and brings 64 that
     * are added to the 64 that are there: 64 + 16 + 16 + 64 + 64.
     */
    @Test
    void theSecondGradientOfASharedWeightIsThereUntilItIsAdded() {
        TrainingMemory training = training("""
                input: [4]
                layers:
                  first: {linear: 4, bias: false}
                  second: {linear: 4, bias: false, weights: first}
                """);

        assertThat(live(training, Phase.BACKWARD))
                .containsExactly(64 + 16 + 16 + 16 + 16 + 64L, 64 + 16 + 16 + 64 + 64L);
        assertThat(training.gradients().exact()).hasValue(64);
    }

    @Test
    void bytesBeyondALongAreAProblem() {
        Nodes tensor = new Nodes(1, 1L << 30);
        tensor.add(new Linear(1L << 61, false), 0);
        assertOverflow(tensor, DType.FLOAT32, Optimizer.SGD, "linear1");

        // the squares are padded by four channels
        Nodes padded = new Nodes(1, Long.MAX_VALUE, 1);
        padded.add(new LocalResponseNorm(5, 1e-4, 0.75, 1), 0);
        assertOverflow(padded, DType.FLOAT16, Optimizer.SGD, "lrn1");

        Nodes weights = new Nodes(1, 1L << 31);
        weights.add(new Linear(1L << 31, false), 0);
        assertOverflow(weights, DType.FLOAT32, Optimizer.SGD, "linear1");
        // one copy of 2⁶² bytes fits a long, and two do not
        Nodes half = new Nodes(1, 1L << 31);
        half.add(new Linear(1L << 30, false), 0);
        assertOverflow(half, DType.FLOAT16, Optimizer.ADAM, "linear1");
        assertOverflow(half, DType.FLOAT16, Optimizer.NONE, "input");
    }

    private static void assertOverflow(Nodes nodes, DType type, Optimizer optimizer, String layer) {
        assertThatThrownBy(() -> TrainingMemory.of(NetworkFacts.of(nodes.graph(), type), optimizer))
                .isInstanceOfSatisfying(ProblemException.class, overflow -> {
                    assertThat(overflow.problems()).hasSize(1);
                    assertThat(overflow.problems().get(0).code()).isEqualTo("overflow");
                    assertThat(overflow.problems().get(0).layer()).isEqualTo(layer);
                });
    }
}
