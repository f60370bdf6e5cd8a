package io.archmeter.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The most that PyTorch has allocated at a moment of an iteration with plain gradient descent (PyTorch 2.13, CPU), weights included.
 * Each network is the smallest in which one more tensor makes the peak.
 */
class PeaksByPyTorchTest {
    private static long peak(String yaml) {
        return peak(WrittenModel.of(yaml).graph());
    }

    private static long peak(Graph graph) {
        return TrainingMemory.of(NetworkFacts.of(graph, DType.FLOAT32), Optimizer.SGD)
                .peakBytes();
    }

    private static List<Long> live(Step.Phase phase, String yaml) {
        return TrainingMemory.of(WrittenModel.of(yaml).facts(DType.FLOAT32), Optimizer.SGD)
                .liveBytes()
                .get(phase);
    }

    /** The gate's gradient has the map's 8,192 bytes, until it is summed to 32. */
    @Test
    void theGradientOfAGateIsAsLargeAsTheMap() {
        assertThat(peak("""
                input: [8, 16, 16]
                layers:
                  stem: {conv: 8, kernel: 1, bias: false}
                  pool: globalavgpool
                  gate: {conv: 8, kernel: 1, bias: false}
                  sigmoid: sigmoid
                  product: {multiply: , from: [stem, sigmoid]}
                """)).isEqualTo(41_568);
    }

    /** The copy that is padded on two sides has 200 bytes, and so has its gradient. */
    @Test
    void unevenPaddingMakesACopy() {
        assertThat(peak("""
                input: [2, 4, 4]
                layers:
                  first: {conv: 2, kernel: 1, bias: false}
                  second: {conv: 2, kernel: 2, padding: same, bias: false}
                """)).isEqualTo(800);
    }

    /** The gradient of flatten is a view, and what is a view is not added to in place. */
    @Test
    void theGradientOfFlattenIsAView() {
        assertThat(peak("""
                input: [2, 4, 4]
                layers:
                  stem: {conv: 2, kernel: 1, bias: false}
                  pool: globalavgpool
                  sum: {add: , from: [stem, pool]}
                  flatten: flatten
                  linear: {linear: 1, bias: false}
                """)).isEqualTo(784);
    }

    /** Four tensors to differentiate the divisor, and the number alpha, which PyTorch wraps into a tensor of 8 bytes. */
    @Test
    void localResponseNormHasTemporaries() {
        assertThat(peak("""
                input: [2, 4, 4]
                layers:
                  conv: {conv: 2, kernel: 1, bias: false}
                  norm: {lrn: 5}
                """)).isEqualTo(1_560);
    }

    /** input, one and softmax; nothing in PyTorch overwrites what softmax takes. */
    @ParameterizedTest
    @ValueSource(strings = {"softmax", "logsoftmax"})
    void aSoftmaxHasMemoryOfItsOwn(String softmax) {
        assertThat(live(Step.Phase.FORWARD, """
                input: [2, 4, 4]
                layers:
                  one: {conv: 4, kernel: 1, bias: false}
                  two: %s
                """.formatted(softmax))).containsExactly(160L, 416L, 672L);
    }

    /** Where nothing is kept it has, too: input and output, and 24 bytes of buffers. */
    @Test
    void aNormalizationHasMemoryOfItsOwn() {
        assertThat(peak("""
                input: [2, 4, 4]
                layers: [{batchnorm: , affine: false}]
                """)).isEqualTo(296);
    }

    /** The input, a copy of what relu6 overwrites, and what it puts out, which second keeps; then both gradients of second and its weights'. */
    @ParameterizedTest
    @ValueSource(strings = {"relu6", "hardtanh"})
    void whatReluSixOverwritesIsCopiedBefore(String activation) {
        assertThat(peak("""
                input: [2, 4, 4]
                layers:
                  first: {conv: 2, kernel: 1, bias: false}
                  activation: {%s: , inplace: true}
                  second: {conv: 2, kernel: 1, bias: false}
                """.formatted(activation))).isEqualTo(688);
    }

    /** A difference lies in the place of its first operand, or of neither. */
    @ParameterizedTest
    @CsvSource({"first, second, 544", "second, first, 416"})
    void whatIsSubtractedIsNotOverwritten(String one, String other, long difference) {
        assertThat(live(Step.Phase.FORWARD, """
                input: [2, 4, 4]
                layers:
                  first: {conv: 2, kernel: 1, bias: false}
                  second: {conv: 2, kernel: 1, bias: false}
                  difference: {sub: , from: [%s, %s]}
                """.formatted(one, other))).containsExactly(160L, 288L, 416L, difference);
    }

    /** What a difference passes on, and what it computes, is no larger than the part that the concatenation cuts. */
    @Test
    void aPartOfAGradientIsPassedOnAsItIs() {
        assertThat(peak("""
                input: [2, 4, 4]
                layers:
                  one: {conv: 4, kernel: 1, bias: false}
                  two: {conv: 4, kernel: 1, bias: false, from: input}
                  difference: {sub: , from: [two, one]}
                  both: {concat: , from: [difference, input]}
                """)).isEqualTo(864);
    }

    /** The gradient of the difference, its other sign for the hyperbolic tangent, and that one's own. */
    @Test
    void tanhshrinkTurnsTheSignOfAGradient() {
        assertThat(peak("""
                input: [2, 4, 4]
                layers:
                  one: {conv: 4, kernel: 1, bias: false}
                  two: tanhshrink
                """)).isEqualTo(1_184);
    }

    /** The divisor's gradient comes with three more tensors, which are gone before that of what is divided is computed. */
    @Test
    void theGradientOfADivisorComesFirst() {
        assertThat(peak("""
                input: [2, 4, 4]
                layers:
                  one: {conv: 4, kernel: 1, bias: false}
                  two: {conv: 4, kernel: 1, bias: false, from: input}
                  quotient: {div: , from: [one, two]}
                """)).isEqualTo(1_984);
    }

    @ParameterizedTest
    @CsvSource({"one, input, 400", "input, one, 912"})
    void theGradientOfADivisorNeedsWhatThatOfADividendDoesNot(String divided, String divisor, long bytes) {
        assertThat(peak("""
                input: [2, 4, 4]
                layers:
                  one: {conv: 2, kernel: 1, bias: false}
                  quotient: {div: , from: [%s, %s]}
                """.formatted(divided, divisor))).isEqualTo(bytes);
    }

    /** The gradients of 8 weights and 8 biases, each once where one sample has as many maps. */
    @Test
    void theGradientsOfRepeatedParametersAreSummedLater() {
        assertThat(peak("""
                input: [4, 2, 2]
                layers:
                  one: {conv: 8, kernel: 1, bias: false}
                  two: {instancenorm: , affine: true}
                """)).isEqualTo(800);
    }

    /** What flatten brings is not added in place to the gradient that normalization brought, which is a view. */
    @Test
    void theGradientOfAnInstanceNormalizationIsAView() {
        assertThat(live(Step.Phase.BACKWARD, """
                input: [4, 4, 4]
                layers:
                  one: {conv: 8, kernel: 1, bias: false}
                  three: flatten
                  four: {instancenorm: , from: one}
                outputs: [four, three]
                """)).containsExactly(2_496L, 1_920L, 1_024L);
    }

    /** Input, squares, their means and the inverse roots: C++ frees the squares when the roots are there. */
    @Test
    void theSquaresOfARootMeanSquareAreThereUntilTheRootIs() {
        assertThat(live(Step.Phase.FORWARD, """
                input: [2, 4, 4]
                layers:
                  one: {conv: 4, kernel: 1, bias: false}
                  two: {rmsnorm: , affine: false}
                """)).containsExactly(160L, 416L, 800L);
    }

    /** Two samples; the heads run after inception4a and inception4d. */
    @Test
    void headsRunWhereTheyStand() {
        LoadOptions samples = new LoadOptions(2, Optional.empty(), Map.of());

        assertThat(peak(Archmeter.load("googlenet", samples).graph())).isEqualTo(170_134_808);
    }
}
