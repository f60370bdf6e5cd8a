package io.archmeter.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.metric.Metric;
import io.archmeter.spec.load.ModelSources;
import io.archmeter.training.Optimizer;
import io.archmeter.value.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthSearchTest {
    private static Growth growth(String model, List<Metric> metrics, List<String> over, Limit... limits) {
        return GrowthSearch.of(
                ModelSources.ofFiles(),
                model,
                LoadOptions.DEFAULT,
                DType.FLOAT32,
                new Measures(metrics, false, Optimizer.ADAM),
                over,
                OptionalLong.empty(),
                List.of(limits));
    }

    private static String terms(Polynomial polynomial) {
        StringBuilder text = new StringBuilder();
        polynomial
                .terms()
                .forEach(term -> text.append(term.coefficient().fraction())
                        .append(term.powers())
                        .append(' '));
        return text.toString().strip();
    }

    private static String together(Growth growth, Metric metric) {
        return terms(growth.together().get(metric).polynomial());
    }

    private static String alone(Growth growth, Metric metric) {
        List<Fitted> pieces = growth.alone().get(0).pieces().get(metric);
        assertThat(pieces).hasSize(1);
        return terms(pieces.get(0).polynomial());
    }

    private static String write(Path folder, String spec) throws IOException {
        return Files.writeString(folder.resolve("net.yaml"), spec).toString();
    }

    private static final String CONVOLUTION = """
            name: net
            input: [3, 8, 8]
            params: {channels: 8}
            layers:
              - {conv: =channels, kernel: 3, stride: 2, padding: 1}
            """;

    /**
     * A convolution of 8 channels with a window of 3×3 and a stride of 2: 8·3·9 products at each of H/2·W/2 places are 54·H·W, its output has
     * 8·4 bytes at each, 8·H·W, and the input with its 3·4 bytes lies beside it.
     */
    @Test
    void aConvolutionIsWorkedOutByHand(@TempDir Path folder) throws IOException {
        Growth growth = growth(
                write(folder, CONVOLUTION),
                List.of(Metric.PARAMETERS, Metric.MULTIPLY_ADDS, Metric.OUTPUT_BYTES, Metric.PEAK_BYTES),
                List.of());
        assertThat(growth.variables()).extracting(Variable::symbol).containsExactly("N", "H", "W");
        assertThat(growth.variables()).extracting(Variable::step).containsExactly(1L, 2L, 2L);
        assertThat(together(growth, Metric.PARAMETERS)).isEqualTo("224[0, 0, 0]");
        assertThat(together(growth, Metric.MULTIPLY_ADDS)).isEqualTo("54[1, 1, 1]");
        assertThat(together(growth, Metric.OUTPUT_BYTES)).isEqualTo("8[1, 1, 1]");
        assertThat(together(growth, Metric.PEAK_BYTES)).isEqualTo("20[1, 1, 1]");
        assertThat(growth.together().get(Metric.MULTIPLY_ADDS).domain().get(1).from())
                .isEqualTo(2);
    }

    /** Of one channel more there are 27 weights and one bias more; at a batch of 3 the work is three times as much. */
    @Test
    void aParamIsVariedAndTheOthersStandStill(@TempDir Path folder) throws IOException {
        Growth growth = growth(
                write(folder, CONVOLUTION), List.of(Metric.PARAMETERS, Metric.MULTIPLY_ADDS), List.of("channels"));
        assertThat(alone(growth, Metric.PARAMETERS)).isEqualTo("28[1]");
        assertThat(alone(growth, Metric.MULTIPLY_ADDS)).isEqualTo("432[1]");
    }

    /** 20 bytes at each of 8·8 elements are 1,280 for a sample: 7 samples take 8,960 bytes, 8 take 10,240. */
    @Test
    void theLargestBatchFitsAndTheNextDoesNot(@TempDir Path folder) throws IOException {
        String model = write(folder, CONVOLUTION);
        Growth.LargestFit fit = fit(growth(model, List.of(Metric.PEAK_BYTES), List.of("batch"), peak(10_239)));
        assertThat(fit.largest().orElseThrow().value()).isEqualTo(7);
        assertThat(fit.next()).hasValue(8);
        assertThat(fit.beyond().orElseThrow().figures().get(Metric.PEAK_BYTES).atLeast())
                .isEqualTo(10_240);
        assertThat(fit.monotone()).isTrue();
        assertThat(fit(growth(model, List.of(Metric.PEAK_BYTES), List.of("batch"), peak(10_240)))
                        .largest()
                        .orElseThrow()
                        .value())
                .isEqualTo(8);
        assertThat(fit(growth(model, List.of(Metric.PEAK_BYTES), List.of("batch"), peak(1_279)))
                        .largest())
                .isEmpty();
    }

    /** 20·S² of 10,000 bytes: 22·22·20 are 9,680, 24·24·20 are 11,520. Of 500 bytes: 4·4·20 are 320, 6·6·20 are 720. */
    @Test
    void theLargestSquareIsInSteps(@TempDir Path folder) throws IOException {
        String model = write(folder, CONVOLUTION);
        assertThat(fit(growth(model, List.of(Metric.PEAK_BYTES), List.of("input"), peak(10_000)))
                        .largest()
                        .orElseThrow()
                        .at())
                .containsExactly(22L, 22L);
        assertThat(fit(growth(model, List.of(Metric.PEAK_BYTES), List.of("input"), peak(500)))
                        .largest()
                        .orElseThrow()
                        .at())
                .containsExactly(4L, 4L);
    }

    @Test
    void whatDoesNotGrowFitsAlways(@TempDir Path folder) throws IOException {
        Growth.LargestFit fit = fit(growth(
                write(folder, CONVOLUTION),
                List.of(Metric.PARAMETERS),
                List.of("batch"),
                new Limit(Metric.PARAMETERS, 224)));
        assertThat(fit.end()).isFalse();
        assertThat(fit.next()).isEmpty();
    }

    private static Limit peak(long bytes) {
        return new Limit(Metric.PEAK_BYTES, bytes);
    }

    private static Growth.LargestFit fit(Growth growth) {
        return growth.alone().get(0).fits().orElseThrow();
    }

    /**
     * torchvision's VGG-16 has 15,346,630,656 multiply-adds in its convolutions at 224×224, which are 305,856 for each pixel, and 25,088·4,096 +
     * 4,096·4,096 + 4,096·1,000 = 123,633,664 behind the pool that makes 7×7 of every size.
     */
    @Test
    void theConvolutionsOfVggGrowWithPixels() {
        Growth growth = growth("vgg16", List.of(Metric.MULTIPLY_ADDS), List.of("input"));
        assertThat(together(growth, Metric.MULTIPLY_ADDS)).isEqualTo("305856[1, 1] 123633664[0, 0]");
        assertThat(growth.variables()).extracting(Variable::step).containsExactly(16L, 16L);
    }

    /**
     * ResNet-50 has 4,089,184,256 multiply-adds at 224×224, of which 2,048,000 are in its last layer; what is foretold for three images of
     * 512×320 is what the network has that is loaded with them.
     */
    @Test
    void whatIsForetoldIsWhatTheNetworkHas() {
        Growth growth = growth(
                "resnet50", List.of(Metric.MULTIPLY_ADDS, Metric.KEPT_FOR_BACKWARD_BYTES), List.of("batch", "input"));
        assertThat(together(growth, Metric.MULTIPLY_ADDS)).isEqualTo("81456[1, 1, 1] 2048000[1, 0, 0]");
        LoadOptions options = LoadOptions.DEFAULT.withBatch(3).withInput(Shape.of(3, 512, 320));
        long kept = Archmeter.load("resnet50", options)
                .snapshot(DType.FLOAT32, false, Optimizer.ADAM)
                .totals()
                .get(Metric.KEPT_FOR_BACKWARD_BYTES);
        assertThat(growth.together()
                        .get(Metric.KEPT_FOR_BACKWARD_BYTES)
                        .polynomial()
                        .at(List.of(3L, 512L, 320L)))
                .isEqualTo(Rational.of(kept));
    }

    /**
     * Attention multiplies each of T tokens with each, twice, in 768 features and 12 layers: 18,432·T². GPT-2 has 12·12·768² + 50,257·768 =
     * 123,532,032 weights that multiply each token.
     */
    @Test
    void attentionIsQuadraticInTokens() {
        assertThat(alone(growth("gpt2", List.of(Metric.MULTIPLY_ADDS), List.of("context")), Metric.MULTIPLY_ADDS))
                .isEqualTo("18432[2] 123532032[1]");
    }

    /** Heads divide the width: 12 of them. T = (224/16)² + 1 tokens of an image grow with its area, and attention with the square of that. */
    @Test
    void theStepsOfParamsAreFound() {
        Growth width = growth("vit_b_16", List.of(Metric.PARAMETERS), List.of("width"));
        assertThat(width.variables().get(0).step()).isEqualTo(12);
        Growth size = growth("vit_b_16", List.of(Metric.MULTIPLY_ADDS), List.of("size"));
        assertThat(size.variables().get(0).step()).isEqualTo(16);
        assertThat(alone(size, Metric.MULTIPLY_ADDS)).startsWith("9/32[4] ");
    }

    /** The maximum is over steps of an iteration, and each has another share of parameters and samples. */
    @Test
    void aTrainingPeakHasPieces() {
        Growth growth = growth("lenet5", List.of(Metric.TRAINING_PEAK_BYTES), List.of("batch"));
        List<Fitted> pieces = growth.alone().get(0).pieces().get(Metric.TRAINING_PEAK_BYTES);
        assertThat(pieces).isNotEmpty();
        Fitted last = pieces.get(pieces.size() - 1);
        assertThat(last.domain().get(0).to()).isEmpty();
        LoadOptions options = LoadOptions.DEFAULT.withBatch(1_000_000);
        Map<Metric, Long> totals = Archmeter.load("lenet5", options)
                .snapshot(DType.FLOAT32, false, Optimizer.ADAM)
                .totals();
        assertThat(last.polynomial().at(List.of(1_000_000L)))
                .isEqualTo(Rational.of(totals.get(Metric.TRAINING_PEAK_BYTES)));
    }
}
