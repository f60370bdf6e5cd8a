package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code memory}, and the figures in {@code analyze}'s JSON. */
class MemoryTest {
    /** Kept for backward: PyTorch 2.13, two samples; weights: 61,100,840 parameters of 4 bytes, Adam's twice that and 16 steps. */
    @Test
    void figuresAreRowsOfTheirDefinitions() {
        Cli.run("memory", "alexnet", "--batch", "2", "--format", "csv")
                .prints("model,definition,bytes\r\nalexnet,weights,244403360\r\nalexnet,outputs,")
                .prints("\r\nalexnet,kept_for_backward,7482368\r\nalexnet,gradients,244403360\r\n")
                .prints("\r\nalexnet,optimizer_state,488806784\r\nalexnet,training_total,985095872\r\n");
    }

    @Test
    void severalModelsAreOneTable() {
        Cli models = Cli.run("memory", "alexnet", "googlenet", "--format=csv", "--optimizer", "sgd")
                .prints();

        assertThat(models.out().lines()).hasSize(1 + 2 * 9);
        models.prints("\r\nalexnet,optimizer_state,0\r\n", "\r\ngooglenet,optimizer_state,0\r\n");
    }

    /** Half of 61,100,840·4 bytes; momentum keeps as much again. */
    @Test
    void typeAndOptimizerCanBeChosen() {
        Cli.run("memory", "alexnet", "--dtype", "float16", "--optimizer", "momentum", "--format", "csv")
                .prints("\r\nalexnet,weights,122201680\r\n", "\r\nalexnet,optimizer_state,122201680\r\n");
        Cli.run("memory", "alexnet", "--optimizer", "none").prints("\nbatch 1, dtype float32, optimizer none\n");
        Cli.run("memory", "alexnet").prints("\nbatch 1, dtype float32, optimizer adam\n");
    }

    /** VGG-16 by other tools and lectures: 4 bytes for each of 13,556,712, 15,087,080 and 15,237,608 elements; torchinfo's bytes. */
    @Test
    void otherDefinitionsAreShownOnRequest() {
        Cli.run("memory", "vgg16", "--definitions", "--format", "csv")
                .prints("\r\nvgg16,fvcore_activations,54226848\r\nvgg16,outputs_with_pools,60348320\r\n")
                .prints("\r\nvgg16,lecture_memory,60950432\r\nvgg16,torchinfo_pass,108453696\r\n");
        Cli.run("memory", "vgg16", "--definitions")
                .prints(" 13,556,712 ", " 15,087,080 ", " 15,237,608 ")
                .prints("\nlecture_memory: ", "\ntorchinfo_pass: ");
        Cli.run("memory", "vgg16").prints().doesNotPrint("lecture", "torchinfo");
    }

    @Test
    void theLargestBatchesAreShownForALimit() {
        Cli.run("memory", "alexnet", "--limit", "8GiB")
                .prints("optimizer adam, limit 8.0 GiB\n", "\nlargest batch within 8.0 GiB (8,589,934,592 bytes)\n");
        Cli.run("memory", "alexnet", "--limit", "1000000", "--format", "json")
                .prints("\"limit\": 1000000,", "\"batch\": 0,\n        \"bytes\": null,");
        Cli.run("memory", "alexnet").prints().doesNotPrint("limit", "largest batch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "1B", "512MiB", "6GB", "6gb", "2 TB", "3TiB", "12kB", "12KiB"})
    void limitsHaveUnits(String limit) {
        Cli.run("memory", "alexnet", "--limit", limit).prints("largest batch within ");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000",
        "7b, 7",
        "6GB, 6000000000",
        "8GiB, 8589934592",
        "512MiB, 536870912",
        "3kB, 3000",
        "3KiB, 3072",
        "2MB, 2000000",
        "2TB, 2000000000000",
        "2TiB, 2199023255552",
        "9223372036854775807B, 9223372036854775807",
    })
    void limitsAreExact(String limit, long bytes) {
        assertThat(ByteCount.parse(limit)).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "GiB", "8 Gi", "1.5GiB", "8QB", "٣GB", "10000000TiB", "9223372036854775808", "8GiBGiB"
            })
    void aLimitThatIsNoneIsAProblem(String limit) {
        Cli.run("memory", "alexnet", "--limit=" + limit)
                .refuses(
                        "archmeter memory: error: [bad-value] --limit must be an amount of memory, but is '" + limit
                                + "'\n    remedy: write a whole number with B, kB, MB, GB, KiB, MiB or GiB, e.g. --limit 8GiB\n");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Cli.run("memory", "alexnet", "--optimizer", "adm", "--limit", "much", "--dtype", "half")
                .refuses("""
                archmeter memory: error: [unknown-optimizer] --optimizer cannot be 'adm'
                    remedy: did you mean 'adam'?
                archmeter memory: error: [bad-value] --limit must be an amount of memory, but is 'much'
                    remedy: write a whole number with B, kB, MB, GB, KiB, MiB or GiB, e.g. --limit 8GiB
                archmeter memory: error: [unknown-dtype] --dtype cannot be 'half'
                    remedy: did you mean 'float16'?
                3 problems
                """);
        Cli.run("memory").refusesWith("[missing-argument] MODEL is missing");
        Cli.run("memory", "alexnt", "vgg61").refusesWith("did you mean 'alexnet'?");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 70, 80, 100, 140})
    void textsFitTheTerminal(int width) {
        for (String model : new String[] {"alexnet", "resnet50"}) {
            Cli.runWith(Map.of("COLUMNS", String.valueOf(width)), "memory", model)
                    .prints("█")
                    .fits(width);
            Cli.run("memory", model, "--width", String.valueOf(width), "--definitions", "--ascii")
                    .prints("##")
                    .fits(width);
        }
    }

    @Test
    void asciiIsEnough() {
        assertThat(Cli.run("memory", "resnet18", "--limit", "8GiB", "--definitions", "--ascii")
                        .prints()
                        .out()
                        .chars())
                .allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
    }

    @Test
    void theFormatFollowsTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("memory.md");
        Cli.run("memory", "alexnet", "-o", file.toString()).printsExactly("");

        assertThat(Files.readString(file)).startsWith("## memory of alexnet: ").contains("\n```text\n");
    }

    @Test
    void moreThanANumberCanCountIsAProblem() {
        Cli.run("memory", "alexnet", "--batch", "9000000000000").refusesWith("[overflow]");
    }

    /** PyTorch cannot differentiate by whole numbers, so that there are no such figures. */
    @Test
    void nothingIsTrainedInWholeNumbers() {
        Cli.run("memory", "alexnet", "--dtype", "int8", "--limit", "1GiB")
                .prints("training: nothing can be trained in int8, which has no gradients; use a floating type")
                .prints(
                        "\nweights             58.3 MiB",
                        "\ngradients                     der",
                        "\ntraining_peak                 the most")
                .doesNotPrint("optimizer adam", "backward of");
        Cli.run("memory", "alexnet", "--dtype", "int8", "--format", "csv")
                .prints("alexnet,weights,61100840\r\n", "alexnet,optimizer_state,\r\n", "alexnet,training_peak,\r\n");
        Cli.run("memory", "alexnet", "--dtype", "int8", "--limit", "1GiB", "--format", "json")
                .prints("\"training_peak\": null", "\"training\": null");
        Cli.run("analyze", "alexnet", "--dtype", "int8", "--format", "json")
                .prints("\"weights\": 61100840")
                .doesNotPrint("\"gradients\"", "\"optimizer\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adam", "none"})
    void anOptimizerNeedsGradients(String optimizer) {
        Cli.run("memory", "alexnet", "--dtype", "int8", "--optimizer", optimizer)
                .refuses("archmeter memory: error: [no-gradients] --optimizer " + optimizer
                        + " has nothing to do in int8, which has no gradients\n"
                        + "    remedy: leave --optimizer out, or write --dtype float32, float16 or bfloat16\n");
        Cli.run("diff", "alexnet", "vgg16", "--dtype", "int8", "--optimizer", optimizer)
                .refusesWith("archmeter diff: error: [no-gradients] ");
    }

    /** The same figures as above, of Adam; other formats have no place for them. */
    @Test
    void analyzeHasTheFiguresInJson() {
        Cli.run("analyze", "alexnet", "--batch", "2", "--format", "json")
                .prints("\"optimizer\": \"adam\",\n  \"memory\": {\n    \"weights\": 244403360,\n    \"outputs\": ")
                .prints("\n    \"kept_for_backward\": 7482368,\n", "\n    \"training_total\": 985095872,\n");
        Cli.run("analyze", "alexnet").prints().doesNotPrint("training_total");
    }
}
