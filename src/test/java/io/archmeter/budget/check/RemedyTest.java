package io.archmeter.budget.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known to make a layer lighter, where it does. */
class RemedyTest {
    private static final String NOTHING_KNOWN = "make the model smaller, or change the limit";

    @TempDir
    Path folder;

    private String remedy(String input, String layers) {
        return new SmallProject(folder)
                .has("net.yaml", "input: " + input + "\nlayers: " + layers + "\n")
                .finding("limits: {parameters: 0}")
                .remedy();
    }

    /**
     * Weights of kernels without the biases, from c to d channels: 7·7·64·64 = 49 · 4,096 beside 3·9·4,096 of three of 3×3; 5·5·3·64 = 4,800
     * beside 9·3·64 + 9·64·64 = 38,592, which would be more; 9·64·64 = 36,864 beside 64·16 + 9·16·64 = 10,240 with a bottleneck.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            64 | {conv: 64, kernel: 7}             | conv: 3 convolutions of 3×3 see as far with fewer weights, as in VGG
            64 | {conv: 64, kernel: 5}             | conv: 2 convolutions of 3×3 see as far with fewer weights, as in VGG
            64 | {conv: 64, kernel: 3}             | conv: a 1×1 convolution before it that leaves it a quarter of the channels makes a bottleneck, as in GoogLeNet and ResNet-50; groups divide its weights, as in ResNeXt
            3  | {conv: 64, kernel: 5}             | make the model smaller, or change the limit
            3  | {conv: 64, kernel: 3}             | make the model smaller, or change the limit
            64 | {conv: 64, kernel: 1}             | make the model smaller, or change the limit
            64 | {conv: 64, kernel: 3, groups: 64} | make the model smaller, or change the limit
            64 | {conv: 64, kernel: [1, 7]}        | make the model smaller, or change the limit
            64 | {conv: 64, kernel: [7, 1]}        | make the model smaller, or change the limit
            """)
    void aConvolution(int channels, String conv, String remedy) {
        assertThat(remedy("[" + channels + ", 16, 16]", "{conv: " + conv + "}")).isEqualTo(remedy);
    }

    /** 64·16 + 16·64·9 are lighter than 64·64·9 already; the second convolution has 9,216 weights, the first 1,024. */
    @Test
    void whatHasABottleneckBeforeItNeedsNoOther() {
        assertThat(remedy("[64, 8, 8]", "{squeeze: {conv: 16, kernel: 1}, relu: relu, conv: {conv: 64, kernel: 3}}"))
                .isEqualTo("conv: groups divide its weights, as in ResNeXt");
    }

    @Test
    void aLinearLayerBehindAMap() {
        assertThat(remedy("[3, 8, 8]", "{flat: flatten, relu: relu, fc: {linear: 10}}"))
                .isEqualTo(
                        "fc: global average pooling before flat divides its weights by 64, as in GoogLeNet and ResNet");
        assertThat(remedy("[3, 1, 1]", "{flat: flatten, fc: {linear: 10}}")).isEqualTo(NOTHING_KNOWN);
        assertThat(remedy("[3]", "{fc: {linear: 10}}")).isEqualTo(NOTHING_KNOWN);
        assertThat(remedy("[3, 8, 8]", "{flat: flatten, fc: {linear: 10}, head: {linear: 1000}}"))
                .isEqualTo(NOTHING_KNOWN);
        // 4·4·4 = 64 features come out of both: the weights of the head depend on those of fc, and not on the map.
        assertThat(remedy("[4, 4, 4]", "{flat: flatten, fc: {linear: 64}, relu: relu, head: {linear: 100}}"))
                .isEqualTo(NOTHING_KNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "output_bytes, a stride or a pooling further up",
        "peak_bytes, change the heaviest of what is held at the peak",
        "training_peak_bytes, 'change the heaviest of what is held at the peak, or lower the batch'",
        "training_total_bytes, lower the batch",
        "depth, make the model smaller",
    })
    void aFigure(String figure, String begin) {
        assertThat(new SmallProject(folder)
                        .has("net.yaml", SmallProject.NET)
                        .finding("limits: {" + figure + ": 0}")
                        .remedy())
                .startsWith(begin);
    }

    @Test
    void anOperatorThatIsForbidden() {
        SmallProject project =
                new SmallProject(folder).has("net.yaml", "input: [3, 8, 8]\nlayers: {lrn: {lrn: 5}, relu: relu}\n");

        assertThat(project.finding("forbidden: [lrn]").remedy()).startsWith("take it out: VGG");
        assertThat(project.finding("forbidden: [relu]").remedy()).startsWith("use another operator");
    }

    /** The model is what it was; 5% of 1,562 parameters less, or of a receptive field more, than that it never has. */
    @ParameterizedTest
    @CsvSource({"parameters, -5%", "parameters, -100", "receptive_field, +5%"})
    void whatAsksForMoreThanEachBaselineIsNotMendedByANewOne(String figure, String bound) {
        assertThat(new SmallProject(folder)
                        .had("net.yaml", SmallProject.NET)
                        .finding("limits: {" + figure + ": '" + bound + "'}")
                        .remedy())
                .doesNotContain("archmeter baseline");
    }
}
