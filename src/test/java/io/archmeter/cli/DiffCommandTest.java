package io.archmeter.cli;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.git.Repository;
import io.archmeter.load.LoadOptions;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import io.archmeter.snapshot.file.Baseline;
import io.archmeter.spec.load.SpecLoader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What can be compared with what, and how what is measured is counted. */
class DiffCommandTest {
    /** 4·3·3·3 + 4 = 112 parameters by default, 6·3·3·3 + 6 = 168 in the wide variant. */
    private static final String SPEC = """
            input: [3, 8, 8]
            params: {width: 4}
            variants: {narrow: {}, wide: {width: 6}}
            layers:
              conv: {conv: =width, kernel: 3}
            """;

    @TempDir
    Path folder;

    private Repository files;

    @BeforeEach
    void aSpecWithTwoVariants() throws IOException {
        files = new Repository(folder).has("net.yaml", SPEC);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    /** What a name in the folder is called where it is recorded. */
    private String recordedName(String name) {
        return file(name).replace('\\', '/');
    }

    private static Settings settings(String... options) {
        List<String> line = new ArrayList<>(List.of("OLD", "NEW"));
        line.addAll(List.of(options));
        DiffCommand diff = new DiffCommand(Console.of(System.out, System.err, Map.of()));
        new CommandLine(diff).parseArgs(line.toArray(String[]::new));
        return diff.settings().over(Settings.DEFAULT);
    }

    private Snapshot measured(String model, Settings settings) {
        LoadOptions options = new LoadOptions(settings.batch(), settings.input(), settings.set());
        return Snapshots.of(
                recordedName(model),
                NetworkFacts.of(SpecLoader.load(file(model), options), settings.dtype()),
                settings);
    }

    private String baseline(Snapshot... models) throws IOException {
        Path file = folder.resolve("baseline.json");
        try (Writer out = Files.newBufferedWriter(file)) {
            new Baseline("baseline.json", List.of(models)).write(out);
        }
        return file.toString();
    }

    private String report(String model, String... options) {
        List<String> line = new ArrayList<>(List.of("analyze", file(model), "-o", file("report.json")));
        line.addAll(List.of(options));
        Cli.run(line.toArray(String[]::new)).prints();
        return file("report.json");
    }

    private static Cli diff(String... args) {
        List<String> line = new ArrayList<>(List.of("diff"));
        line.addAll(List.of(args));
        return Cli.run(line.toArray(String[]::new));
    }

    /** Parameters of both are in torchvision's documentation of the models. */
    @Test
    void oneModelBecomesAnother() {
        diff("resnet18", "resnet34", "--format", "json")
                .prints("\"before\": 11689512", "\"after\": 21797672", "\"model_change\": \"kept\"");
    }

    @Test
    void aSpecStandsForAllItsVariants() throws Exception {
        files.commits("first").has("net.yaml", SPEC.replace("width: 6", "width: 7"));
        diff(files.reference("HEAD", "net.yaml"), file("net.yaml"))
                .prints("1 changed, 1 unchanged", "net.yaml#wide", "+28")
                .doesNotPrint("git:");
    }

    @Test
    void aVariantOfARevisionIsAModel() throws Exception {
        files.commits("first").has("net.yaml", SPEC.replace("kernel: 3", "kernel: 1"));
        // 4·3·3·3 − 4·3 = 96 parameters less.
        diff(files.reference("HEAD", "net.yaml#narrow"), file("net.yaml#narrow"))
                .prints("−96");
    }

    @Test
    void variantsOfTwoFilesAreComparedByTheirNames() throws IOException {
        files.has("other.yaml", SPEC.replace("width: 6", "width: 7"));
        diff(file("net.yaml"), file("other.yaml")).prints("1 changed, 1 unchanged", "wide", "+28");
    }

    @Test
    void aSpecInJsonIsASpec() throws IOException {
        files.has("net.json", "{\"input\": [3, 8, 8], \"layers\": {\"conv\": {\"conv\": 4, \"kernel\": 3}}}");
        diff(file("net.json"), file("net.yaml#narrow")).prints("no change: 1 layer");
    }

    @Test
    void whatIsMeasuredIsCountedAsItIsRecorded() throws IOException {
        Settings unusual = settings(
                "--batch",
                "8",
                "--dtype",
                "float16",
                "--training",
                "--optimizer",
                "sgd",
                "--input",
                "3x9x9",
                "--set",
                "width=5");
        String recorded =
                baseline(measured("net.yaml#narrow", unusual), measured("net.yaml#wide", settings("--batch", "2")));

        diff(recorded, file("net.yaml")).prints("2 models: 2 unchanged");
        diff(file("net.yaml"), recorded).prints("2 models: 2 unchanged");
    }

    @Test
    void aModelThatIsRecordedTwiceIsMeasuredTwice() throws IOException {
        String recorded = baseline(
                measured("net.yaml#narrow", settings()), measured("net.yaml#narrow", settings("--batch", "2")));
        diff(recorded, file("net.yaml#narrow")).prints("2 models: 2 unchanged");
    }

    @Test
    void whatIsNotRecordedIsCountedAsAllThatIs() throws IOException {
        String recorded = baseline(measured("net.yaml#narrow", settings("--batch", "2")));
        diff(recorded, file("net.yaml"), "--format", "json").prints("net.yaml#wide --batch 2\"", "\"new\"");
    }

    @Test
    void whatIsGivenCountsMore() throws IOException {
        String recorded = baseline(measured("net.yaml#narrow", settings("--batch", "2", "--dtype", "float16")));
        diff(recorded, file("net.yaml#narrow"), "--batch", "3").prints("with other settings: batch 2 → 3\n");
    }

    @Test
    void oneModelOfABaselineIsNamedByItsKey() throws IOException {
        String recorded =
                baseline(measured("net.yaml#narrow", settings()), measured("net.yaml#wide", settings("--batch", "2")));
        diff(recorded + "#" + recordedName("net.yaml#wide --batch 2"), file("net.yaml#wide"))
                .prints("no change: 1 layer");
        diff(recorded + "#" + recordedName("net.yaml#wide"), file("net.yaml#wide"))
                .prints("no change: 1 layer");
    }

    @Test
    void aModelThatABaselineDoesNotHaveIsRefused() throws IOException {
        String recorded = baseline(measured("net.yaml#narrow", settings()));
        diff(recorded + "#" + recordedName("net.yaml#narow"), file("net.yaml"))
                .refuses(recorded + ": error: [unknown-model] there is no model '" + recordedName("net.yaml#narow")
                        + "' in this file\n    remedy: did you mean '" + recordedName("net.yaml#narrow") + "'?\n");
    }

    @Test
    void aModelWithSeveralSettingsIsNamedWithThem() throws IOException {
        String recorded = baseline(
                measured("net.yaml#narrow", settings("--batch", "2")),
                measured("net.yaml#narrow", settings("--batch", "3")));
        diff(recorded + "#" + recordedName("net.yaml#narrow"), file("net.yaml#narrow"))
                .refusesWith("[several-models] the model '" + recordedName("net.yaml#narrow")
                        + "' is in this file with several settings");
    }

    @Test
    void aBaselineOfARevisionIsComparedAsWell() throws Exception {
        baseline(measured("net.yaml#narrow", settings()));
        files.commits("recorded").has("net.yaml", SPEC.replace("width: 4", "width: 5"));
        files.git("branch", "widths/#5");
        diff(files.reference("HEAD", "baseline.json"), file("net.yaml#narrow")).prints("+28");
        diff(files.reference("widths/#5", "baseline.json"), file("net.yaml#narrow"))
                .prints("+28");
        diff(files.reference("HEAD", "baseline.json#" + recordedName("net.yaml#narrow")), file("net.yaml#narrow"))
                .prints("+28");
    }

    @Test
    void aReportIsComparedWithTheSpecItWasMadeOf() {
        String recorded = report("net.yaml#narrow", "--batch", "4", "--dtype", "bfloat16");
        diff(recorded, file("net.yaml#narrow")).prints("no change: 1 layer");
        diff(recorded, file("net.yaml#wide")).prints("+56");
    }

    @Test
    void attributesThatOneSideDoesNotSayAreNotCompared() throws IOException {
        String recorded = report("net.yaml#narrow");
        String old = Files.readString(Path.of(recorded)).replaceAll("(?s)\"attributes\": \\{.*?\\},", "");
        Files.writeString(Path.of(recorded), old);
        diff(recorded, file("net.yaml#narrow"))
                .prints("no change: 1 layer", "attributes are not compared: one side does not say them");
    }

    /** A relu has none; beside models that have some it must not hide theirs. */
    @Test
    void whoHasNoAttributesHasSaidThemAll() throws IOException {
        files.has("relu.yaml", "input: [3, 8, 8]\nlayers: [relu]\n");
        diff(file("relu.yaml"), file("relu.yaml")).prints("no change: 1 layer").doesNotPrint("attributes are not");
        diff(file("relu.yaml"), file("net.yaml#narrow")).prints("added").doesNotPrint("attributes are not");
    }

    /** Layers of MobileNetV3 have attributes of which all do nothing, beside others that have some. */
    @Test
    void whoSaysSomeAttributesHasSaidThemAll() {
        diff("mobilenet_v2", "mobilenet_v3_large").doesNotPrint("attributes are not compared");
    }

    @ParameterizedTest
    @CsvSource({
        "--depth, 1, --depth",
        "--top, 1, '--sort, --top and --only'",
        "--only, conv, '--sort, --top and --only'"
    })
    void aReportThatIsNotWholeIsRefused(String option, String value, String without) throws IOException {
        files.has("deep.yaml", "input: [3, 8, 8]\nlayers: {block: [{conv: 4, kernel: 3}, relu]}\n");
        diff(report("deep.yaml", option, value), file("deep.yaml")).refusesWith("write the report without " + without);
    }

    @Test
    void optionsThatMeanNothingAreRefused() throws IOException {
        String recorded = baseline(measured("net.yaml#narrow", settings()));
        diff(recorded, recorded, "--batch", "2")
                .refusesWith("archmeter diff: error: [unused-option] both sides are recorded");
        diff(recorded, recorded).prints("no change: 1 layer");
    }

    @Test
    void whatIsWrongWithBothSidesIsSaidTogether() {
        diff("resnett18", file("nett.yaml")).refuses("""
                resnett18: error: [unknown-model] there is no such file or bundled model
                    remedy: did you mean 'resnet18'?
                %1$s: error: [missing-file] there is no such file
                    remedy: did you mean 'net.yaml' in the same folder?
                2 problems
                """.formatted(file("nett.yaml")));
        diff("missing.json", "resnet18").refusesWith("missing.json: error: [missing-file]");
        diff("resnet18", "git:HEAD:missing.json").refusesWith("git:HEAD:missing.json: error: [");
    }

    @Test
    void aFileOfBlocksIsRefused() throws IOException {
        files.has("blocks.yaml", "blocks: {b: {layers: [relu]}}\n");
        diff(file("blocks.yaml"), "resnet18").refusesWith("[no-models] this file has blocks only");
    }

    @Test
    void itTakesTwoNames() {
        diff("resnet18").refusesWith("[missing-argument] NEW is missing");
        diff("resnet18", "resnet34", "resnet50").refusesWith("[surplus-argument]");
    }
}
