package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A network of which not all is known, through the commands. By hand: the convolution has 16·3·9 + 16 = 448 parameters, makes
 * 16·32·32·27 = 442,368 multiply-adds and puts out 16·32·32·4 = 65,536 bytes; the linear layer has 16·8 + 8 = 136 parameters, and
 * 8·16 multiply-adds for each box, of which nobody knows how many there are.
 */
class UnknownTest {
    private static final String SPEC = "src/test/resources/readme/boxes.yaml";

    @Test
    void totalsAreAtLeastWhatIsKnown() {
        Cli.run("analyze", SPEC, "--no-notes", "--width", "160").prints("""
                boxes  custom                             1×16×32×32  1×?×16               0              0           0                     ?  unknown
                score  linear                             1×?×16      1×?×8              136              ?           ?                     ?  unknown
                ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                total                                                                    584     ≥ 442.37 k  ≥ 424.13 k            ≥ 64.0 KiB  unknown

                incomplete, because not all is known of what comes from boxes
                """);
    }

    @Test
    void programsFindNoNumberWhereThereIsNone() {
        Cli.run("analyze", SPEC, "--format", "csv").prints("\r\nscore,linear,1x?x16,1x?x8,136,0,?,?,?,,,,,,,,,,,\r\n");
        Cli.run("analyze", SPEC, "--format", "json").prints("""
                "unknown": ["boxes"],
                """.strip(), """
                "multiply_adds": {
                      "at_least": 442368
                    },
                """.strip(), """
                "output": [1, null, 8],
                """.strip());
        Cli.run("compare", SPEC, "--format", "csv").prints(",584,0,>=442368,>=424128,>=65536,");
    }

    @Test
    void eachNumberIsExplainedAsFarAsItIsKnown() {
        Cli.run("explain", SPEC, "score").prints("multiply-adds           = 1·?·8·16 = ?\n");
        Cli.run("explain", SPEC).prints("584 parameters, 0 buffers, at least 442,368 multiply-adds");
    }

    /** Weights 584·4 = 2,336 bytes; the convolution and the input of 3·32·32·4 = 12,288 are held together. */
    @Test
    void memoryIsAtLeastWhatIsKnown() {
        Cli.run("memory", SPEC, "--format", "csv")
                .prints(
                        "\r\nboxes,weights,2336\r\n",
                        "\r\nboxes,peak,>=77824\r\n",
                        "\r\nboxes,arena,>=77824\r\n",
                        "\r\nboxes,kept_for_backward,>=12288\r\n",
                        "\r\nboxes,gradients,2336\r\n");
        Cli.run("memory", SPEC, "--limit", "1GB")
                .refuses(
                        SPEC + ":5:5: error: [unknown-extent] boxes: nobody knows how many bytes it takes,"
                                + " so it cannot be said what fits\n    remedy: say how large 'boxes' is, or give the input with --input\n");
    }

    @Test
    void onlyWhatIsKnownCanBeRun() {
        Cli.run("verify", SPEC)
                .refusesWith("error: [unknown-extent] boxes: its shape is 1x?x16, and only what is known can be run");
    }

    @Test
    void aLimitOnWhatIsNotKnownIsNotKept(@TempDir Path folder) throws IOException {
        Path budget = folder.resolve("budget.yaml");
        Files.copy(Path.of(SPEC), folder.resolve("boxes.yaml"));
        Files.writeString(budget, """
                budgets:
                  - models: boxes.yaml
                    limits: {parameters: 584, multiply_adds: 10M}
                """);
        Cli checked = Cli.run("check", budget.toString());
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out())
                .contains("boxes.yaml: multiply-adds in total not checked: not known of score")
                .contains("1 limit not checked, 1 kept");
    }

    /** A report and a baseline remember what was not known: there is no change. */
    @Test
    void whatWasNotKnownIsRemembered(@TempDir Path folder) {
        String report = folder.resolve("boxes.json").toString();
        Cli.run("analyze", SPEC, "-o", report);
        Cli.run("diff", report, SPEC).prints("no change: 3 layers");
    }

    /** All weights of VGG-16 are known, and of its multiply-adds those of the last layers: 25088·4096 + 4096·4096 + 4096·1000. */
    @Test
    void anInputOfUnknownSizeGoesThroughABundledModel() {
        Cli.run("compare", "vgg16", "--input", "[3, unknown, unknown]", "--format", "csv")
                .prints(",138357544,0,>=123633664,");
    }

    @Test
    void aNumberThatFollowsFromItIsAProblem(@TempDir Path folder) throws IOException {
        Path spec = folder.resolve("wide.yaml");
        Files.writeString(spec, """
                input: [3, unknown, 8]
                layers:
                  a: {conv: =in.height, kernel: 1}
                  b: {conv: 8, kernel: 3, padding: same, stride: 2, from: input}
                """);
        Cli refused = Cli.run("analyze", spec.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("in.height", "what comes in here is 1x3x?x8, of which 'input' does not say all")
                .contains("[unknown-extent] b: works on an extent that is not known, which comes from 'input'");
    }

    /** No command falls over. */
    @ParameterizedTest
    @ValueSource(strings = {"analyze", "compare", "explain", "memory", "parameters", "verify", "convert"})
    void everyCommandAnswersOrRefuses(String command, @TempDir Path folder) throws IOException {
        Path spec = folder.resolve("all.yaml");
        Files.writeString(spec, """
                input: [3, unknown, unknown]
                layers:
                  conv: {conv: 8, kernel: 3, padding: 1}
                  norm: batchnorm
                  relu: relu
                  twice: {add: , from: [conv, relu]}
                  both: {concat: , from: [twice, norm]}
                  gate: [globalavgpool, {conv: 16, kernel: 1}, sigmoid]
                  gated: {multiply: , from: [both, gate]}
                  pool: {maxpool: 2}
                  seven: {adaptiveavgpool: 7}
                  flat: flatten
                  drop: dropout
                  fc: {linear: 10}
                  own: {custom: something, output: [unknown], parameters: unknown, multiply_adds: unknown, saved: unknown}
                  empty: {custom: nothing, output: [0, 4], parameters: 0, multiply_adds: 0, saved: inputs, from: fc}
                outputs: [own, empty]
                """);
        for (String format : List.of("text", "csv", "json", "markdown")) {
            Cli ran = command.equals("convert")
                    ? Cli.run(
                            command,
                            spec.toString(),
                            "-o",
                            folder.resolve("a.onnx").toString())
                    : Cli.run(command, spec.toString(), "--format", format);
            assertThat(ran.code()).as(ran.err()).isIn(0, 2);
            assertThat(ran.err()).doesNotContain("internal");
        }
    }
}
