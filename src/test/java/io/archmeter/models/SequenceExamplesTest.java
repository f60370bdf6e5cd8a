package io.archmeter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.graph.Shape;
import io.archmeter.spec.LoadOptions;
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
    /**
     * Text: Keras, nlp/bidirectional_lstm_imdb, 2,757,761; PyTorch has two biases where Keras has one, of 2 layers, 2 directions, 4
     * gates and 64 units: 1,024 more. Its products are 2 layers · 2 directions · 200 tokens · 4·64·(128 + 64), and 128 of the linear
     * layer.
     *
     * <p>Language: GPT-2's 124,439,808 (openai-community/gpt2 on Hugging Face), whose output layer has the table of tokens.
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
        "text_classifier, 2758785, 39321728",
        "language_model, 124439808, 145824153600",
        "autoencoder, 7153480, 209256448",
        "audio, 559114, 278533120",
    })
    void costsWhatItsSourceSays(String example, long parameters, long multiplyAdds) {
        Model model = Archmeter.load(file(example));

        assertThat(model.analyze().total().parameters()).isEqualTo(parameters);
        assertThat(model.analyze().total().multiplyAdds()).isEqualTo(multiplyAdds);
    }

    static Stream<Arguments> small() {
        return Stream.of(
                arguments("text_classifier", set(Map.of("length", "10", "vocabulary", "500"))),
                arguments("language_model", set(Map.of("context", "8", "vocabulary", "100", "depth", "2"))),
                arguments("autoencoder", set(Map.of("width", "32"))),
                arguments("audio", on(Shape.of(1, 2000))));
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
        return "specs/examples/" + example + ".yaml";
    }
}
