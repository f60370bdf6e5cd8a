package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A convolution with a window of 3×3 and a stride of 2, from 3 to 8 channels: 54·H·W products of each of N samples, 224 parameters, and outputs of
 * 8·H·W bytes beside an input of 12·H·W.
 */
class GrowTest {
    @TempDir
    private Path folder;

    private String model;

    @BeforeEach
    void write() throws IOException {
        model = Files.writeString(folder.resolve("net.yaml"), """
                name: net
                input: [3, 8, 8]
                params: {channels: 8, name: text}
                layers:
                  - {conv: =channels, kernel: 3, stride: 2, padding: 1}
                """).toString();
    }

    private Cli grow(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "grow";
        all[1] = model;
        System.arraycopy(more, 0, all, 2, more.length);
        return Cli.run(all);
    }

    @Test
    void formulasStandBelowWhereTheyHold() {
        grow().prints(
                        "net: how it grows with batch, height and width",
                        "N from 1, H and W multiples of 2 from 2: right at ",
                        "    parameters = 224\n",
                        "    multiply-adds = 54·N·H·W\n",
                        "    output memory in bytes = 8·N·H·W\n",
                        "    peak memory in bytes = 20·N·H·W\n");
    }

    @Test
    void aLimitIsKeptAndWouldBeBroken() {
        grow("--over", "batch", "--fit", "peak_bytes=10kB")
                .prints("the largest batch that fits: 7\n", "peak memory in bytes  10,000  8,960  10,240\n");
        grow("--over", "input", "--fit", "peak=10kB,macs=20k")
                .prints("the largest input in steps of 2 that fits: 18\n");
        grow("--over", "batch", "--fit", "parameters=224").prints("any batch fits: ");
        grow("--over", "batch", "--fit", "parameters=223").prints("no batch fits\n");
    }

    @Test
    void rowsAreLong() {
        assertThat(grow("--over", "batch", "--metric", "multiply_adds", "--format", "csv")
                        .out())
                .startsWith("over,at,metric,value,figure,fits\r\nN (batch),batch,multiply_adds,1,3456,\r\n"
                        + "N (batch),batch,multiply_adds,2,6912,\r\n");
    }

    @Test
    void coefficientsAreExactFractions() {
        grow("--over", "height", "--metric", "multiply_adds", "--format", "json")
                .prints("\"coefficient\": \"432\"", "\"H\": 1", "\"step\": 2", "\"from\": 2", "\"to\": null");
    }

    @Test
    void whatGrowsIsDrawn() {
        grow("--over", "batch", "--format", "svg")
                .prints("<title>net over batch</title>", "class=\"curve stroke-series-0\"");
        grow("--format", "svg", "--picture", "curve-input").prints("<title>net over input</title>");
        grow("--format", "html", "--fit", "peak_bytes=10kB").prints("id=\"picture-curve-batch\"", "class=\"limit\"");
        grow("--format", "markdown").prints("- multiply-adds = 54·N·H·W");
    }

    /** 14 = 8 + 6: sizes that are 2 above multiples of 6. */
    @Test
    void aStepMayBeGiven() {
        grow("--over", "height", "--step", "6", "--metric", "multiply_adds")
                .prints("H 2 and multiples of 6 from 2", "    multiply-adds = 432·H\n");
    }

    @Test
    void whatCannotBeVariedIsAProblem() {
        grow("--over", "hight").refuses("""
                --over: error: [unknown-over] 'hight' is nothing of net that can be varied
                    remedy: did you mean 'height'?
                """);
        grow("--over", "name").refuses("""
                --over: error: [no-number] name is 'text', and no whole number to begin with
                    remedy: give it one with --set name=…, or vary something else
                """);
        grow("--over", "batch,batch").refusesWith("[repeated-option] --over names the same twice: batch, batch");
    }

    @Test
    void whatHasNoOtherSizeIsSaidAndNotVariedUnasked() throws IOException {
        String fixed = Files.writeString(folder.resolve("fixed.yaml"), """
                input: [3, 8, 8]
                layers:
                  - {reshape: [192]}
                  - {linear: 4}
                """).toString();
        Cli.run("grow", fixed, "--over", "input").refuses("""
                --over: error: [no-growth] with another height than 8 there is no network: shape [192] has 192 elements, but a sample of 1x3x9x9 has 243
                    remedy: vary something else, or give a --step; 'archmeter inputs' shows what there is
                """);
        Cli.run("grow", fixed).prints("fixed: how it grows with batch\n", "    multiply-adds = 768·N\n");
    }

    @Test
    void whatIsNotKnownHasNoFormulaAndNoLimit() {
        String boxes = "src/test/resources/readme/boxes.yaml";
        Cli.run("grow", boxes, "--over", "batch")
                .prints(
                        "not all is known of multiply-adds, output memory, peak memory and kept for backward, so there is no formula\n",
                        "    parameters = 584\n",
                        "≥ 442.37 k");
        Cli.run("grow", boxes, "--fit", "peak_bytes=1GB").refusesWith("--fit: error: [unknown-extent] ");
    }

    @ParameterizedTest
    @CsvSource({
        "peak_bytes, [bad-value] --fit needs a metric and a limit",
        "=8GiB, [bad-value] --fit needs a metric and a limit",
        "peek_bytes=8GiB, [unknown-fit] --fit cannot be 'peek_bytes=8GiB'",
        "memory=8GiB, [unknown-fit] --fit cannot be 'memory=8GiB'",
        "peak_bytes=8Gi, [bad-value] --fit limits bytes",
        "peak_bytes=-1, [bad-value] --fit limits bytes",
        "peak_bytes=99999999999TiB, [bad-value] --fit limits bytes",
        "multiply_adds=4GiB, [bad-value] --fit limits a count",
        "multiply_adds=1e9, [bad-value] --fit limits a count"
    })
    void aLimitIsAMetricAndANumber(String limit, String problem) {
        grow("--fit", limit).refusesWith(problem);
    }

    @Test
    void inWholeNumbersThereIsNothingToKeep() {
        grow("--dtype", "int8", "--over", "batch").prints("    peak memory in bytes = 320·N\n");
        grow("--dtype", "int8", "--metric", "training_peak_bytes").refusesWith("[no-gradients] ");
    }
}
