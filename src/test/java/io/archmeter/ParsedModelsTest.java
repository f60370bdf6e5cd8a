package io.archmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.load.LoadOptions;
import io.archmeter.problem.ProblemException;
import io.archmeter.weights.SeededWeights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that a program has in its hands, as texts and streams. */
class ParsedModelsTest {
    /** 4·3·3·3 weights and 4 biases: 112; with a width of 6, 168. */
    private static final String SPEC = """
            input: [3, 8, 8]
            params: {width: 4}
            variants: {narrow: {}, wide: {width: 6}}
            layers:
              conv: {conv: =width, kernel: 3}
            """;

    private static long parameters(Model model) {
        return model.analyze().total().parameters();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTextIsAModel() {
        assertThat(parameters(Archmeter.parse(SPEC))).isEqualTo(112);
        assertThat(parameters(Archmeter.parse("\uFEFF" + SPEC))).isEqualTo(112);
    }

    /** Tabs are no indentation in YAML. */
    @Test
    void aTextInJsonIsOneToo() {
        String json = "{\n\t\"input\": [3, 8, 8],\n\t\"layers\": [\n\t\t{\"conv\": 4, \"kernel\": 3}]}\n";
        assertThat(parameters(Archmeter.parse(json))).isEqualTo(112);
        assertThat(parameters(Archmeter.parse(bytes(json), "json"))).isEqualTo(112);
    }

    @Test
    void aReaderAndAStreamAreReadToTheirEnd() throws IOException {
        Reader text = new StringReader(SPEC);
        InputStream bytes = bytes(SPEC);
        assertThat(parameters(Archmeter.parse(text, "reader"))).isEqualTo(112);
        assertThat(parameters(Archmeter.parse(bytes, "stream"))).isEqualTo(112);
        assertThat(text.read()).isEqualTo(-1);
        assertThat(bytes.read()).isEqualTo(-1);
    }

    @Test
    void variantsAndParamsAreThoseOfASpec() {
        Optional<String> wide = Optional.of("wide");
        assertThat(parameters(Archmeter.parse(SPEC, "text", wide, LoadOptions.DEFAULT)))
                .isEqualTo(168);
        assertThat(parameters(Archmeter.parse(new StringReader(SPEC), "text", wide, LoadOptions.DEFAULT)))
                .isEqualTo(168);
        assertThat(parameters(Archmeter.parse(
                        bytes(SPEC), "text", Optional.empty(), LoadOptions.DEFAULT.setting("width", "6"))))
                .isEqualTo(168);
    }

    @Test
    void anOnnxFileComesInAStream() throws IOException {
        byte[] onnx = Archmeter.parse(SPEC)
                .onnx()
                .withWeights(new SeededWeights(0))
                .convert()
                .toBytes();
        assertThat(parameters(Archmeter.parse(new ByteArrayInputStream(onnx), "model.onnx")))
                .isEqualTo(112);
    }

    @Test
    void problemsHaveTheNameAndTheirPlaces() {
        String wrong = "input: [3, 8, 8]\nlayers: [rleu]\n";
        assertThat(catchThrowableOfType(ProblemException.class, () -> Archmeter.parse(wrong)))
                .hasMessageStartingWith("<text>:2:10: error: [unknown-operator] ");
        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> Archmeter.parse(new StringReader(wrong), "cell 7")))
                .hasMessageStartingWith("cell 7:2:10: error: [unknown-operator] ");
        assertThat(catchThrowableOfType(ProblemException.class, () -> Archmeter.parse(bytes(wrong), "cell 7")))
                .hasMessageStartingWith("cell 7:2:10: error: [unknown-operator] ");
    }

    @ParameterizedTest
    @CsvSource({"'', empty-file", "'# nothing\n', empty-file", "'input: \u0001', not-text", "'input: \uD83D', not-text"
    })
    void whatIsNoTextIsRefused(String text, String code) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> Archmeter.parse(text)))
                .hasMessageContaining("[" + code + "]");
        assertThat(catchThrowableOfType(ProblemException.class, () -> Archmeter.parse(new StringReader(text), "text")))
                .hasMessageContaining("[" + code + "]");
    }

    /** Texts of 64 MiB and more are not put together. */
    @Test
    void anEndlessReaderIsRefused() {
        Reader endless = new Reader() {
            @Override
            public int read(char[] into, int offset, int length) {
                Arrays.fill(into, offset, offset + length, ' ');
                return length;
            }

            @Override
            public void close() {}
        };
        assertThat(catchThrowableOfType(ProblemException.class, () -> Archmeter.parse(endless, "endless")))
                .hasMessageContaining("endless: error: [file-too-large] ");
    }

    @Test
    void whatCannotBeReadIsAProblem() {
        Reader broken = new Reader() {
            @Override
            public int read(char[] into, int offset, int length) throws IOException {
                throw new IOException("the line is cut");
            }

            @Override
            public void close() {}
        };
        assertThat(catchThrowableOfType(ProblemException.class, () -> Archmeter.parse(broken, "line")))
                .hasMessageContaining("line: error: [unreadable-file] ")
                .hasMessageContaining("the line is cut");
    }

    @Test
    void anOnnxFileHasNoVariants() throws IOException {
        byte[] onnx = Archmeter.parse(SPEC).onnx().convert().toBytes();
        assertThat(catchThrowableOfType(
                        ProblemException.class,
                        () -> Archmeter.parse(
                                new ByteArrayInputStream(onnx), "a.onnx", Optional.of("wide"), LoadOptions.DEFAULT)))
                .hasMessageContaining("a.onnx: error: [unknown-variant] ");
    }
}
