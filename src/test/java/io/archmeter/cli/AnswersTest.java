package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands answer; the numbers are those of PyTorch and of the papers. */
class AnswersTest {
    @Test
    void analyzeShowsEachLayerAndTheTotal() {
        Cli.run("analyze", "alexnet")
                .prints("alexnet: ", "\ninput 1×3×224×224, batch 1, dtype float32, inference\n")
                .prints("\nfeatures.0 ", "\nclassifier.6 ", "\ntotal ", " 61.10 M ", " 714.19 M ");
    }

    /** keras.io/api/applications: VGG16 has 138,357,544; of torchvision's ResNet-50, 53,120 running statistics come to 25,557,032. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vgg16    | total 138,357,544, trainable 138,357,544, non-trainable 0
            resnet50 | total 25,610,152, trainable 25,557,032, non-trainable 53,120
            """)
    void analyzeHasTheTotalsOfKeras(String model, String totals) {
        Cli.run("analyze", model, "--depth", "1").prints("\nparameters as Keras counts: " + totals + "\n");
    }

    @Test
    void analyzeTakesAnotherBatchInputAndType() {
        Cli.run("analyze", "alexnet", "--batch", "2", "--input", "3×227x227", "--dtype=float16", "--training")
                .prints("\ninput 2×3×227×227, batch 2, dtype float16, training\n", " 2×64×56×56 ");
    }

    @Test
    void analyzeFoldsSortsAndCuts() {
        Cli.run("analyze", "alexnet", "--depth", "1", "--sort", "parameters", "--format", "csv")
                .prints("\r\nclassifier,module,1x9216,1x1000,58631144,")
                .doesNotPrint("classifier.6");
        List<String> rows = Cli.run("analyze", "alexnet", "--top", "2", "--format", "csv")
                .prints()
                .out()
                .lines()
                .toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).startsWith("features.3,conv,");
        assertThat(rows.get(2)).startsWith("features.8,conv,");
        Cli.run("analyze", "alexnet", "--sort", "layer", "--top", "1", "--format", "csv")
                .prints("\r\nfeatures.0,");
        Cli.run("analyze", "alexnet", "--sort", "latency").refuses("""
                archmeter analyze: error: [unknown-sort] --sort cannot be 'latency'
                    remedy: use one of: layer, parameters, buffers, multiply_adds, effective_multiply_adds, output_bytes
                """);
    }

    @Test
    void headsCountInTrainingOnly() {
        Cli.run("parameters", "googlenet", "--format", "csv").prints().doesNotPrint("aux1");
        Cli.run("parameters", "googlenet", "--format", "csv", "--training")
                .prints("\r\nparameter,aux1.conv.conv.weight,128x512x1x1,65536,262144\r\n");
    }

    @Test
    void compareShowsRatios() {
        Cli.run("compare", "alexnet", "vgg16", "googlenet", "resnet50")
                .prints("4 models, with ratios to alexnet\n")
                .prints("138.36 M  2.26×", "15.47 G  21.66×", "6.62 M  0.11×", "4.09 G   5.73×");
    }

    @Test
    void compareShowsWhereTheCostSits() {
        Cli.run("compare", "alexnet", "vgg16", "--by", "stage")
                .prints("─ parameters ─", "\nstage ", " alexnet ", " vgg16", "\nhead ", "████████");
        Cli.run("compare", "alexnet", "--by", "kind", "--format", "csv")
                .prints("model,kind,layers,", "\r\nalexnet,conv,5,");
        Cli.run("compare", "alexnet", "--by", "layer", "--format", "json").prints("\"by\": \"layer\"");
        Cli.run("compare", "alexnet", "--by", "size").refuses("""
                archmeter compare: error: [unknown-by] --by cannot be 'size'
                    remedy: use one of: stage, layer, kind
                """);
    }

    @Test
    void modelsThatCannotBeUsedAreNamedTogether() {
        Cli two = Cli.run("compare", "alexnt", "alexnet", "vgg61");
        assertThat(two.code()).isEqualTo(2);
        assertThat(two.err())
                .contains("alexnt: error: [unknown-model]", "did you mean 'alexnet'?", "vgg61: error: [unknown-model]")
                .endsWith("\n2 problems\n");
    }

    @Test
    void explainShowsTheArithmetic() {
        Cli.run("explain", "alexnet", "features.0")
                .prints("""

                features.0  conv  1×3×224×224 → 1×64×55×55
                  output height           = ⌊(224 + 2·2 − 11) / 4⌋ + 1 = 55
                """)
                .prints("  parameters              = 64·3·11·11 + 64 = 23,296\n")
                .doesNotPrint("features.1", "sums");
        Cli.run("explain", "alexnet", "features")
                .prints("\nfeatures.0 ", "\nfeatures.12 ")
                .doesNotPrint("classifier");
        Cli.run("explain", "alexnet").prints("\nclassifier.6 ", "\nsums over all layers: 61,100,840 parameters, ");
    }

    @Test
    void explainGuessesTheLayer() {
        Cli.run("explain", "resnet50", "layer1.0.conv9").refuses("""
                resnet50: error: [unknown-layer] there is no layer or module 'layer1.0.conv9'
                    remedy: did you mean 'layer1.0.conv1'?
                """);
        Cli.run("explain", "alexnet", "featurs").refusesWith("did you mean 'features'?");
        Cli.run("explain", "alexnet", "nothing.like.it").refusesWith("use a name from the first column");
        // a name is no prefix of another name within a word
        Cli.run("explain", "resnet50", "layer1.0.conv").refusesWith("did you mean 'layer1.0.conv1'?");
    }

    @Test
    void parametersAreThoseOfTheStateDict() {
        Cli.run("parameters", "resnet50", "--format", "csv")
                .prints("kind,name,shape,elements,bytes\r\nparameter,conv1.weight,64x3x7x7,9408,37632\r\n")
                .prints("\r\nbuffer,bn1.num_batches_tracked,,1,8\r\n");
        Cli.run("parameters", "resnet50").prints("\ndtype float32, parameters 25,557,032, buffers 53,173\n");
    }

    @Test
    void showPrintsTheSpecOfAModel() throws IOException {
        Cli.run("show", "resnet50").printsExactly(Files.readString(Path.of("specs/resnet.yaml")));
        assertThat(Cli.run("show", "archmeter:resnet.yaml")).isEqualTo(Cli.run("show", "resnet50"));
        Cli.run("show", "googlenet").prints("\nimports: [archmeter:blocks/basic_conv.yaml]\n");
        Cli.run("show", "resnet5").refusesWith("did you mean 'resnet50'?");
    }

    @Test
    void aFileStandsForAllOfItsVariantsWhereThereCanBeSeveral() {
        assertThat(Cli.run("compare", "specs/squeezenet.yaml", "--format", "csv"))
                .isEqualTo(Cli.run("compare", "squeezenet1_0", "squeezenet1_1", "--format", "csv"))
                .isEqualTo(Cli.run("compare", "squeezenet.yaml#*", "--format", "csv"));
        assertThat(Cli.run("memory", "specs/vgg.yaml#vgg16*"))
                .isEqualTo(Cli.run("memory", "vgg16", "vgg16_bn", "vgg16_c"));
        Cli.run("compare", "specs/vgg.yaml#alex*").refusesWith("[no-match] no model fits 'alex*'");
    }

    @Test
    void schemaIsJson() {
        Cli.run("schema").prints("\"$schema\"");
        Cli.run("schema", "--format", "json").prints("\"$schema\"");
        Cli.run("schema", "spec").prints("\"title\": \"Archmeter spec\"");
        Cli.run("schema", "budget").prints("\"title\": \"Archmeter budget\"");
        Cli.run("schema", "budgets").refuses("""
                archmeter schema: error: [unknown-schema] there is no schema of 'budgets'
                    remedy: did you mean 'budget'?
                """);
        Cli.run("schema", "--format", "markdown").refuses("""
                archmeter schema: error: [unknown-format] the schema cannot be written as markdown
                    remedy: leave out --format
                """);
    }

    @Test
    void textsFitTheWidthThatIsSetOrThatTheTerminalHas() {
        Cli.run("analyze", "resnet50", "--width", "80")
                .prints("no room for: operator, kernel, stride, padding, inputs, ")
                .fits(80);
        Cli.runWith(Map.of("COLUMNS", "90"), "analyze", "resnet50")
                .prints("no room for: ")
                .fits(90);
        Cli.runWith(Map.of("COLUMNS", "90"), "analyze", "resnet50", "--width", "200")
                .prints()
                .doesNotPrint("no room for");
        Cli.runWith(Map.of("COLUMNS", "wide"), "analyze", "resnet50").prints().doesNotPrint("no room for");
        Cli.runWith(Map.of("COLUMNS", "90"), "analyze", "resnet50", "--format", "markdown")
                .prints(" inputs ");
    }

    @Test
    void asciiIsEnoughForATerminalWithoutMore() {
        Cli ascii = Cli.run("compare", "alexnet", "vgg16", "--by", "stage", "--ascii")
                .prints("\n55x55 ", "########");
        assertThat(ascii.out().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
    }

    @Test
    void aSpecIsReadFromItsFileAndParamsCanBeSet(@TempDir Path folder) throws Exception {
        Path spec = folder.resolve("mine.yaml");
        Files.writeString(spec, """
                name: mine
                title: "=My | model"
                input: [3, 8, 8]
                params: {width: 4}
                layers:
                  conv: {conv: =width, kernel: 3}
                """);
        Cli.run("analyze", spec.toString(), "--set", "width=5").prints("mine: =My | model\n", " 1×5×6×6 ");
        Cli.run("compare", spec.toString(), "--format", "markdown").prints("## mine\n");
        Cli.run("analyze", spec.toString(), "--format", "markdown").prints("## mine: =My \\| model\n");
    }

    @Test
    void allProblemsOfASpecComeAtOnce(@TempDir Path folder) throws Exception {
        Path spec = folder.resolve("bad.yaml");
        Files.writeString(spec, """
                name: bad
                input: [3, 8, 8]
                layers:
                  one: {convv: 4, kernel: 3}
                  two: {conv: 4, kernal: 3}
                """);
        Cli bad = Cli.run("analyze", spec.toString());
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.err()).contains(spec + ":4:", spec + ":5:", "remedy: ").containsPattern("\n[2-9] problems\n$");
    }
}
