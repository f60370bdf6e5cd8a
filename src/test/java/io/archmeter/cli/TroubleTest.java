package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when something else fails than the input. */
class TroubleTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aBugIsOneLineAndHasItsOwnExitCode() {
        int code = run(throwing(new IllegalStateException("what cannot be")), Map.of(), "list");
        assertThat(code).isEqualTo(70);
        assertThat(err())
                .isEqualTo(
                        "archmeter: internal error: java.lang.IllegalStateException: what cannot be; please report it\n");
    }

    @Test
    void theStackOfABugIsShownOnRequest() {
        int code = run(throwing(new StackOverflowError()), Map.of("ARCHMETER_DEBUG", "1"), "list");
        assertThat(code).isEqualTo(70);
        assertThat(err()).contains("\n\tat io.archmeter.cli.");
    }

    @Test
    void tooLittleMemoryIsNoBug() {
        int code = run(throwing(new OutOfMemoryError()), Map.of(), "list");
        assertThat(code).isEqualTo(2);
        assertThat(err()).startsWith("archmeter: error: [out-of-memory] ").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json", "markdown"})
    void aReaderThatHasEnoughEndsItSilently(String format) {
        OutputStream closedPipe = throwing(new IOException("Broken pipe"));
        assertThat(run(closedPipe, Map.of(), "analyze", "resnet50", "--format", format))
                .isZero();
        assertThat(run(closedPipe, Map.of(), "--help")).isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void aFullDiskIsAProblem() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        try (FileOutputStream out = new FileOutputStream(full.toFile())) {
            assertThat(run(out, Map.of(), "list")).isEqualTo(2);
        }
        assertThat(err()).startsWith("standard output: error: [cannot-write] the answer could not be written: ");
    }

    @Test
    void onlyTextsAreInTheCharsetOfTheTerminal() {
        assertThat(print(StandardCharsets.US_ASCII, "analyze", "alexnet")).contains("input 1x3x224x224");
        assertThat(print(StandardCharsets.ISO_8859_1, "analyze", "alexnet")).contains("input 1x3x224x224");
        assertThat(print(StandardCharsets.US_ASCII, "explain", "alexnet", "--format", "csv"))
                .contains("64·3·11·11 + 64");
        assertThat(print(StandardCharsets.US_ASCII, "analyze", "alexnet", "--format", "markdown"))
                .contains("1×3×224×224");
    }

    private String print(Charset charset, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Main.run(args, console(out, charset), Map.of())).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(OutputStream out, Map<String, String> environment, String... args) {
        return Main.run(args, console(out, StandardCharsets.UTF_8), environment);
    }

    private Console console(OutputStream out, Charset charset) {
        return new Console(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                charset,
                Terminal.none(Map.of()),
                ColorChoice.NEVER);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static OutputStream throwing(Throwable trouble) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (trouble instanceof IOException failure) {
                    throw failure;
                } else if (trouble instanceof RuntimeException bug) {
                    throw bug;
                }
                throw (Error) trouble;
            }
        };
    }
}
