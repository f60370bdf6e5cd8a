package io.archmeter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.verify.LayerVerification;
import io.archmeter.verify.Verification;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples whose input is no image: texts and sounds; and the one whose output is an image. */
@Tag("vectors")
class SequenceExamplesTest {
    private static final LoadOptions FEW_WORDS = set(Map.of("steps", "6", "vocabulary", "100", "width", "20"));

    /**
     * Text: Keras, nlp/bidirectional_lstm_imdb, 2,757,761; PyTorch has two biases where Keras has one, of 2 layers, 2 directions, 4
     * gates and 64 units: 1,024 more. Its products are 2 layers · 2 directions · 200 tokens · 4·64·(128 + 64), and 128 of the linear
     * layer.
     *
     * <p>Language: an embedding of 10,000·w, two LSTMs of 4·w·(w + w + 2), because PyTorch has two biases, and a linear layer of
     * (w + 1)·10,000, or none of its own: 6,500,000 + 6,770,400 + 6,510,000 with 650 units, 15,000,000 + 36,024,000 + 15,010,000 with 1500
     * (Press and Wolf 2017 have 66 M); PyTorch 2.13 has as many in torch.nn. Products: 2·35·4·w·(w + w) and 35·w·10,000, of which
     * FlopCounterMode counts the latter alone.
     *
     * <p>Autoencoder: PyTorch's DCGAN tutorial, generator 3,576,704, discriminator 2,765,568, whose last convolution has 99 filters of
     * 512·4·4 more here; and 2·100 of the layer normalization.
     *
     * <p>Audio: convolutions (80 + 1)·128 + (3·128 + 1)·128 + (3·128 + 1)·256 + (3·256 + 1)·512, batch normalization 2·(128 + 128 + 256 +
     * 512), linear (512 + 1)·10: 559,114, as philipperemy/very-deep-convnets-raw-waveforms on GitHub prints of M5; 0.5 M in the
     * paper's Table 1.
     *
     * <p>Other multiply-adds: half of what PyTorch 2.13's FlopCounterMode counts for the same network in torch.nn.
     */
    @ParameterizedTest
    @CsvSource({
        "text_classifier.yaml, 2758785, 39321728",
        "lstm_language_model.yaml#lstm_medium, 19780400, 464100000",
        "lstm_language_model.yaml#lstm_large, 66034000, 1785000000",
        "lstm_language_model.yaml#lstm_medium_tied, 13270400, 464100000",
        "autoencoder.yaml, 7153480, 209256448",
        "audio.yaml, 559114, 278533120",
    })
    void costsWhatItsSourceSays(String example, long parameters, long multiplyAdds) {
        Model model = Archmeter.load(file(example));

        assertThat(model.analyze().total().parameters()).isEqualTo(parameters);
        assertThat(model.analyze().total().multiplyAdds()).isEqualTo(multiplyAdds);
    }

    static Stream<Arguments> small() {
        return Stream.of(
                arguments("text_classifier.yaml", set(Map.of("length", "10", "vocabulary", "500"))),
                arguments("lstm_language_model.yaml#lstm_medium", FEW_WORDS),
                arguments("lstm_language_model.yaml#lstm_medium_tied", FEW_WORDS),
                arguments("autoencoder.yaml", set(Map.of("width", "32"))),
                arguments("audio.yaml", on(Shape.of(1, 2000))));
    }

    @ParameterizedTest
    @MethodSource("small")
    void runsAsPredicted(String example, LoadOptions small) {
        Verification verification = Archmeter.load(file(example), small).verify();

        assertThat(verification.layers()).isNotEmpty().allMatch(LayerVerification::computed);
        assertThat(verification.differing()).isEmpty();
        assertThat(verification.equal()).isTrue();
    }

    private static LoadOptions set(Map<String, String> params) {
        return new LoadOptions(1, Optional.empty(), params);
    }

    private static LoadOptions on(Shape input) {
        return new LoadOptions(1, Optional.of(input), Map.of());
    }

    private static String file(String example) {
        return "specs/examples/" + example;
    }
}
