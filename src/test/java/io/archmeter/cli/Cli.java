package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs command lines: {@code Cli.run("analyze", "alexnet").prints("61.10 M")}. */
record Cli(int code, String out, String err) {
    static Cli run(String... args) {
        return runWith(Map.of(), args);
    }

    static Cli runWith(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                args,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                environment);
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** It went well, said nothing else, and the answer has these parts. */
    Cli prints(String... parts) {
        assertThat(err).isEmpty();
        assertThat(code).isZero();
        for (String part : parts) {
            assertThat(out).contains(part);
        }
        return this;
    }

    /** It went well, and this is the whole answer. */
    void printsExactly(String answer) {
        assertThat(err).isEmpty();
        assertThat(code).isZero();
        assertThat(out).isEqualTo(answer);
    }

    /** The input could not be used; there is no answer, and these are all the problems. */
    void refuses(String problems) {
        assertThat(err).isEqualTo(problems);
        assertThat(code).isEqualTo(2);
        assertThat(out).isEmpty();
    }

    /** The input could not be used, and what is said of it has this part. */
    void refusesWith(String part) {
        assertThat(err).contains(part);
        assertThat(code).isEqualTo(2);
        assertThat(out).isEmpty();
    }

    Cli doesNotPrint(String... parts) {
        assertThat(out).doesNotContain(parts);
        return this;
    }

    Cli fits(int width) {
        assertThat(out.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= width);
        return this;
    }
}
