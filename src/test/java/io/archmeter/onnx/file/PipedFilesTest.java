package io.archmeter.onnx.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ONNX files that come through a pipe. */
class PipedFilesTest {
    @ParameterizedTest
    @MethodSource("io.archmeter.onnx.file.OnnxFiles#names")
    void theirBytesAreThoseOfTheFile(String name) throws IOException {
        byte[] bytes = OnnxFiles.bytes(name);
        FileBytes piped = PipedBytes.read(pieces(bytes), name, bytes.length);
        assertThat(piped.copy(piped.all())).isEqualTo(bytes);
        assertThat(ModelFile.read(pieces(bytes), name).message())
                .isEqualTo(OnnxFiles.read(bytes, name).message());
        assertThat(Beginning.isOfOnnx(bytes)).isTrue();
    }

    /** A pipe gives what there is, and not as much as is asked for. */
    private static InputStream pieces(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int begin, int length) {
                return super.read(into, begin, Math.min(length, 7));
            }
        };
    }

    @Test
    void moreThanAnOnnxFileCanHaveIsRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PipedBytes.read(new ByteArrayInputStream(new byte[101]), "-", 100))
                .satisfies(refused ->
                        assertThat(refused.problems()).singleElement().hasToString("""
                        -: error: [file-too-large] more than 100 bytes come through the pipe, and no ONNX file has more
                            remedy: keep large weights in a file beside the model, or save what comes and name the file"""));
    }

    @Test
    void aFullDiskIsAProblem() {
        ProblemException refused = PipedBytes.noRoom("-", new IOException("No space left on device"));
        assertThat(refused.problems())
                .singleElement()
                .returns("no-room", Problem::code)
                .returns(
                        "what comes through the pipe cannot be kept in a temporary file: No space left on device",
                        Problem::fact);
    }

    @Test
    void whatCannotBeReadIsForTheCallerToSay() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the other end is gone");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ModelFile.read(broken, "-"))
                .withMessage("the other end is gone");
    }

    /** The last ones begin with a tag of a model, as a YAML file may. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "input: [3]",
                "{\"input\": [3]}",
                "\uFEFFinput: [3]",
                "\"input\": [3]",
                "relu",
                "(3)",
                "\u0000"
            })
    void textsDoNotBeginAsAnOnnxFile(String text) {
        assertThat(Beginning.isOfOnnx(text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }
}
