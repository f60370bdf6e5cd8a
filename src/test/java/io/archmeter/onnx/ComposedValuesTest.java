package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.archmeter.op.Layer;
import java.util.Map;
import org.assertj.core.api.AbstractFloatArrayAssert;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What takes several nodes, or ONNX says in another way than PyTorch: numbers to be followed by hand, in ONNX Runtime. */
class ComposedValuesTest {
    private static final Offset<Float> NEARLY = within(1e-5f);
    private static final float[] ONE_TO_SIXTEEN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    private static AbstractFloatArrayAssert<?> assertThatOutput(String input, String layer, float... elements) {
        return assertThat(OneLayer.of(input, layer).on(elements));
    }

    @Test
    void poolsThatRoundUpAreThoseOfOnnxsTests() {
        // ONNX node tests test_maxpool_2d_ceil and test_averagepool_2d_ceil.
        assertThatOutput("[1, 4, 4]", "{maxpool: 3, stride: 2, ceil_mode: true}", ONE_TO_SIXTEEN)
                .containsExactly(11, 12, 15, 16);
        assertThatOutput("[1, 4, 4]", "{avgpool: 3, stride: 2, ceil_mode: true}", ONE_TO_SIXTEEN)
                .containsExactly(6, 7.5f, 12, 13.5f);
    }

    /** The maps are 9 1 8 2 and 3 7 4 6. */
    @Test
    void indicesAreThoseOfEachMap() {
        Map<String, OnnxRuntimeModel.Output> all = OneLayer.of(
                        Layer.of("maxpool", "kernel=2; stride=1; return_indices=true", "1x2x4"))
                .runAll(9, 1, 8, 2, 3, 7, 4, 6);
        assertThat(all.get("x").elements()).containsExactly(9, 8, 8, 7, 7, 6);
        assertThat(all.get("x.indices").elements()).containsExactly(0, 2, 2, 1, 1, 3);
    }

    /** 3·3·3 + 4·4·4 + 5·5·5 = 6·6·6; roots of 9 + 16, and of twice the mean of 36. */
    @Test
    void normsThatOnnxDoesNotHaveAreRootsOfMeans() {
        assertThatOutput("[1, 3]", "{lppool: 3, norm_type: 3}", 3, 4, 5).containsExactly(new float[] {6}, NEARLY);
        assertThatOutput("[1, 3]", "{lppool: 2, norm_type: 2, ceil_mode: true}", 3, 4, 6)
                .containsExactly(new float[] {5, (float) Math.sqrt(72)}, NEARLY);
        assertThat(OneLayer.of("[1, 4]", "{lppool: 2, norm_type: 4}").nodes())
                .containsExactly("x = LpPool(input) kernel_shape=[2], p=4, pads=[0, 0], strides=[2]");
    }

    /**
     * PyTorch's divisor is min(start + kernel, extent + padding) − start: of the last window, (6, padding, nothing), it is 2. The
     * others are (padding, 1, 2), (2, 3, 4) and (4, 5, 6).
     */
    @Test
    void aMeanCountsPaddingButNotWhatIsBeyondIt() {
        assertThatOutput("[1, 6]", "{avgpool: 3, stride: 2, padding: 1, ceil_mode: true}", 1, 2, 3, 4, 5, 6)
                .containsExactly(1, 3, 5, 3);
        assertThatOutput(
                        "[1, 6]",
                        "{avgpool: 3, stride: 2, padding: 1, ceil_mode: true, count_include_pad: false}",
                        1,
                        2,
                        3,
                        4,
                        5,
                        6)
                .containsExactly(1.5f, 3, 5, 6);
    }

    /** Taps at −3 and 0, −2 and 1, … 3 and 6: only the middle window has both on the input. */
    @Test
    void paddingOfAMaxPoolIsNeverTheLargest() {
        assertThatOutput("[1, 4]", "{maxpool: 2, dilation: 3, padding: 3, stride: 1}", -1, -5, -2, -4)
                .containsExactly(-1, -5, -2, -1, -5, -2, -4);
    }

    /** PyTorch's windows, ⌊i·e/n⌋ to ⌈(i + 1)·e/n⌉: of 5 in 3 they are 0–2, 1–4, 3–5; of 2 in 3 they are 0–1, 0–2, 1–2. */
    @Test
    void unevenWindowsOfAnAdaptivePoolAreMeans() {
        assertThatOutput("[1, 5]", "{adaptiveavgpool: 3}", 1, 2, 3, 4, 5).containsExactly(1.5f, 3, 4.5f);
        assertThatOutput("[1, 2, 5]", "{adaptiveavgpool: 3}", 1, 2, 3, 4, 5, 11, 12, 13, 14, 15)
                .containsExactly(new float[] {1.5f, 3, 4.5f, 6.5f, 8, 9.5f, 11.5f, 13, 14.5f}, within(1e-6f));
    }

    @Test
    void evenWindowsOverFourAxesAreMeansAsWell() {
        assertThatOutput("[1, 2, 2, 2, 2]", "{adaptiveavgpool: [1, 1, 1, 2]}", ONE_TO_SIXTEEN)
                .containsExactly(8, 9);
    }

    /** Means 2 and 20, variances 1 and 100; with 3 and then 0 added, the roots are 2 and √103, and 1 and 10. */
    @Test
    void withoutRunningStatisticsTheBatchHasItsOwn() {
        assertThatOutput("[2, 2]", "{batchnorm: , eps: 3.0, running_stats: false, affine: false}", 1, 3, 10, 30)
                .containsExactly(
                        new float[] {-0.5f, 0.5f, -10 / (float) Math.sqrt(103), 10 / (float) Math.sqrt(103)},
                        within(1e-6f));
        // Scales 1 and 2, shifts 1 and 2.
        assertThatOutput("[2, 2]", "{batchnorm: , eps: 0.0, running_stats: false}", 1, 3, 10, 30)
                .containsExactly(new float[] {0, 2, 0, 4}, within(1e-5f));
    }

    /** Of the group of both channels, mean 2 and variance 1; of each, means 2 and 20, variances 1 and 100. Scales 1 and 2, shifts 1 and 2. */
    @Test
    void groupsOfChannelsHaveTheirOwnStatistics() {
        assertThatOutput("[2]", "{groupnorm: 1, eps: 0.0}", 1, 3).containsExactly(new float[] {0, 4}, within(1e-5f));
        assertThatOutput("[2, 1, 2]", "{groupnorm: 2, eps: 0.0}", 1, 3, 10, 30)
                .containsExactly(new float[] {0, 2, 0, 4}, within(1e-5f));
        assertThatOutput("[2, 2]", "{groupnorm: 1, eps: 0.75, affine: false}", 1, 1, 2, 2)
                .containsExactly(new float[] {-0.5f, -0.5f, 0.5f, 0.5f}, within(1e-6f));
    }

    /** Along the channels: means 2 and 20, deviations 1 and 10; scales and shifts 1 and 2. Along the last axis: scales 1 and 2. */
    @Test
    void layersAreNormalizedAlongAnyAxes() {
        assertThatOutput("[2, 1, 2]", "{layernorm: , axes: 1, eps: 0.0}", 1, 10, 3, 30)
                .containsExactly(new float[] {0, 0, 4, 4}, within(1e-5f));
        assertThatOutput("[2, 2]", "{layernorm: , eps: 0.0, bias: false}", 1, 3, 10, 30)
                .containsExactly(new float[] {-1, 2, -1, 2}, within(1e-5f));
        assertThatOutput("[2, 2]", "{layernorm: , axes: [1, 2], eps: 0.75, affine: false}", 1, 1, 2, 2)
                .containsExactly(new float[] {-0.5f, -0.5f, 0.5f, 0.5f}, within(1e-6f));
    }

    /** Of 1 and 7 the root is 5, of 2 and 14 it is 10; scales 1 and 2. */
    @Test
    void rootsOfMeanSquaresAreTakenAlongAnyAxes() {
        assertThatOutput("[2, 1, 2]", "{rmsnorm: , axes: 1, eps: 0.0}", 1, 2, 7, 14)
                .containsExactly(new float[] {0.2f, 0.2f, 2.8f, 2.8f}, within(1e-5f));
        assertThatOutput("[2]", "{rmsnorm: , eps: 0.0, affine: false}", 1, 7)
                .containsExactly(new float[] {0.2f, 1.4f}, within(1e-5f));
    }

    /** Means 2 and 20, deviations 1 and 10, or running ones of 1 and 2, roots of 1 and 2; scales 1 and 2, shifts 1 and 2. */
    @Test
    void mapsAreNormalizedByTheirOwnStatisticsOrByRunningOnes() {
        assertThatOutput("[2, 2]", "{instancenorm: , eps: 0.0, affine: true}", 1, 3, 10, 30)
                .containsExactly(new float[] {0, 2, 0, 4}, within(1e-5f));
        assertThatOutput("[2, 1]", "{instancenorm: , eps: 0.0, running_stats: true}", 3, 4)
                .containsExactly(new float[] {2, (float) Math.sqrt(2)}, within(1e-6f));
    }

    /** Mean 4, squares 9, 1, 1 and 9 of the distances; 27 + 64 + 125 = 216 = 6·6·6; 1 + 2 + 3; 9 + 16 = 25. */
    @Test
    void reductionsAreTakenAlongAnyAxes() {
        assertThatOutput("[2, 2]", "{var: [1, 2], correction: 0}", 1, 3, 5, 7).containsExactly(5);
        assertThatOutput("[2, 2]", "{var: [1, 2], correction: 2}", 1, 3, 5, 7).containsExactly(10);
        assertThatOutput("[3]", "{norm: 1, p: 3}", 3, -4, 5).containsExactly(new float[] {6}, within(1e-5f));
        assertThatOutput("[3]", "{norm: 1, p: 1}", 1, -2, 3).containsExactly(6);
        assertThatOutput("[2]", "{norm: 1}", 3, -4).containsExactly(5);
        assertThatOutput("[2, 2]", "{sum: 1}", 1, 2, 10, 20).containsExactly(11, 22);
    }

    /** Weights 1 and 2, three apart, and a bias of 1: 1 2 0 2 4 and two more at the end. */
    @Test
    void aTransposedConvolutionMayHaveMoreAtItsEndThanItsStride() {
        assertThatOutput("[1, 2]", "{convtranspose: 1, kernel: 2, dilation: 3, output_padding: 2}", 1, 2)
                .containsExactly(2, 3, 1, 3, 5, 1, 1);
    }

    /** Means 1 and 2, variances 1 and 2. */
    @Test
    void withRunningStatisticsTheyAreTaken() {
        assertThatOutput("[2, 1]", "{batchnorm: , eps: 0.0, affine: false}", 3, 4)
                .containsExactly(new float[] {2, (float) Math.sqrt(2)}, within(1e-6f));
    }

    /** ONNX, LRN: from ⌊(size − 1) / 2⌋ channels before to ⌈(size − 1) / 2⌉ after; sums of squares 5, 13, 9 and 5, 14, 13. */
    @Test
    void localResponsesTakeTheirNeighboursInAnyShape() {
        assertThatOutput("[3, 1, 1]", "{lrn: 2, alpha: 2.0, beta: 1.0}", 1, 2, 3)
                .containsExactly(new float[] {1 / 2f, 2 / 6f, 3 / 14f}, within(1e-6f));
        assertThatOutput("[3, 1, 1]", "{lrn: 2, alpha: 2.0, beta: 1.0, window: onnx}", 1, 2, 3)
                .containsExactly(new float[] {1 / 6f, 2 / 14f, 3 / 10f}, within(1e-6f));
        assertThatOutput("[3]", "{lrn: 3, alpha: 3.0, beta: 1.0}", 1, 2, 3)
                .containsExactly(new float[] {1 / 6f, 2 / 15f, 3 / 14f}, within(1e-6f));
        assertThatOutput("[3, 1, 1]", "{lrn: 3, alpha: 3.0, beta: 1.0}", 1, 2, 3)
                .containsExactly(new float[] {1 / 6f, 2 / 15f, 3 / 14f}, within(1e-6f));
    }

    /** Weights (1 2, 3 4, 5 6) and biases 1, 2, 3. */
    @Test
    void linearLayersOfSequencesTakeEachStep() {
        assertThatOutput("[2, 2]", "{linear: 3}", 1, 0, 0, 1).containsExactly(2, 5, 8, 3, 6, 9);
    }

    @Test
    void severalInputsAreCombinedInTurn() {
        assertThatOutput("[2]", "{add: , from: [input, input, input]}", 1, 2).containsExactly(3, 6);
        assertThatOutput("[2]", "{multiply: , from: [input, input, input, input]}", 2, 3)
                .containsExactly(16, 81);
        assertThatOutput("[2]", "{maximum: , from: [input, input, input]}", 2, -3)
                .containsExactly(2, -3);
    }

    @Test
    void flatteningKeepsTheAxesBefore() {
        assertThat(OneLayer.of("[2, 2, 2]", "{flatten: , axis: 2}").run(1, 2, 3, 4, 5, 6, 7, 8))
                .satisfies(output -> {
                    assertThat(output.shape()).hasToString("1x2x4");
                    assertThat(output.elements()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
                });
    }

    /**
     * With the logarithms of 2 and 3, exponentials are whole: sigmoids of 3/4, 1/4 and 1/2; of 2 and 1 + 1, tanh(log a) = (a² − 1)/(a² + 1)
     * is 3/5; softplus is the logarithm of 4, of 4/3 and of 2.
     */
    @Test
    void activationsOfLogarithmsAreFractions() {
        float two = 0.6931472f;
        float three = 1.0986123f;
        float[] input = {three, -three, 0};
        assertThatOutput("[3]", "silu", input).containsExactly(new float[] {0.75f * three, -0.25f * three, 0}, NEARLY);
        assertThatOutput("[3]", "logsigmoid", input).containsExactly(new float[] {-0.2876821f, -2 * two, -two}, NEARLY);
        assertThatOutput("[3]", "{softplus: , beta: 2}", three / 2, -three / 2, 0)
                .containsExactly(new float[] {two, 0.1438410f, two / 2}, NEARLY);
        assertThatOutput("[3]", "{softplus: , threshold: 1}", input)
                .containsExactly(new float[] {three, 0.2876821f, two}, NEARLY);
        assertThatOutput("[2]", "mish", two, -two).containsExactly(new float[] {0.8f * two, -5 / 13f * two}, NEARLY);
        assertThatOutput("[2]", "tanhshrink", two, -three)
                .containsExactly(new float[] {two - 0.6f, 0.8f - three}, NEARLY);
    }

    @Test
    void activationsInPiecesAreThoseOfTheirPieces() {
        assertThatOutput("[4]", "hardswish", -4, -1, 1, 4).containsExactly(new float[] {0, -1 / 3f, 2 / 3f, 4}, NEARLY);
        assertThatOutput("[4]", "hardsigmoid", -4, 0, 1.5f, 4).containsExactly(new float[] {0, 0.5f, 0.75f, 1}, NEARLY);
        assertThatOutput("[3]", "{threshold: 1, value: -7}", 0.5f, 1, 2).containsExactly(-7, -7, 2);
        assertThatOutput("[4]", "softshrink", -2, -0.5f, 0.5f, 2).containsExactly(-1.5f, 0, 0, 1.5f);
        assertThatOutput("[4]", "hardshrink", -2, -0.5f, 0.5f, 2).containsExactly(-2, 0, 0, 2);
    }

    /** ONNX node tests test_gelu_default_1 and test_gelu_tanh_1. */
    @Test
    void geluIsThatOfOnnxsTests() {
        assertThatOutput("[3]", "gelu", -1, 0, 1).containsExactly(new float[] {-0.15865526f, 0, 0.84134474f}, NEARLY);
        assertThatOutput("[3]", "{gelu: , approximate: tanh}", -1, 0, 1)
                .containsExactly(new float[] {-0.158808f, 0, 0.841192f}, NEARLY);
    }

    /** The sigmoids of log 3, −log 3 and 0 are 3/4, 1/4 and 1/2. */
    @Test
    void aGatedLinearUnitHalvesTheAxisThatItIsTold() {
        assertThatOutput("[2, 2]", "{glu: , axis: 1}", 8, 4, 1.0986123f, 0).containsExactly(new float[] {6, 2}, NEARLY);
        assertThatOutput("[2, 2]", "glu", 8, -1.0986123f, 4, 0).containsExactly(new float[] {2, 2}, NEARLY);
    }

    /** The factors of three channels are 1, 2 and 3; a single one is 1. */
    @Test
    void eachChannelOfAPreluHasItsOwnFactor() {
        assertThatOutput("[3, 2]", "{prelu: 3}", -1, 1, -1, 1, -1, 1).containsExactly(-1, 1, -2, 1, -3, 1);
        assertThatOutput("[3]", "{prelu: 3}", -1, -1, -1).containsExactly(-1, -2, -3);
        assertThatOutput("[2]", "prelu", -4, 4).containsExactly(-4, 4);
    }

    /** PyTorch's clamp: where the bounds are the wrong way round, all elements become the upper one. */
    @Test
    void boundsAreTakenOneAfterTheOther() {
        assertThatOutput("[3]", "{clamp: , min: 2, max: 1}", 0, 1.5f, 3).containsExactly(1, 1, 1);
        assertThatOutput("[3]", "{clamp: , min: 1}", 0, 1.5f, 3).containsExactly(1, 1.5f, 3);
        assertThatOutput("[3]", "{clamp: , max: 1}", 0, 1.5f, 3).containsExactly(0, 1, 1);
    }

    @Test
    void functionsOfSquaresAreWhole() {
        assertThatOutput("[2]", "rsqrt", 4, 0.25f).containsExactly(0.5f, 2);
        assertThatOutput("[2]", "square", -3, 0.5f).containsExactly(9, 0.25f);
        assertThatOutput("[2]", "{pow: -1}", 4, -2).containsExactly(0.25f, -0.5f);
        assertThatOutput("[2]", "{rescale: 2, offset: -3}", 1, 2).containsExactly(-1, 1);
        assertThatOutput("[2]", "{rescale: 2}", 1, 2).containsExactly(2, 4);
        assertThatOutput("[2]", "{rescale: 1}", 1, 2).containsExactly(1, 2);
    }
}
