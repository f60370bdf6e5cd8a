package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.analysis.Grouping;
import io.archmeter.graph.DType;
import io.archmeter.metric.Metric;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.BreakdownDocument;
import io.archmeter.report.ExplainDocument;
import io.archmeter.report.ListDocument;
import io.archmeter.report.Network;
import io.archmeter.report.ParametersDocument;
import io.archmeter.report.Ranking;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Note;
import io.archmeter.report.text.DisplayWidth;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.Page;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextWriterTest {
    private static final Document TINY = Network.analyzed(Network.tiny());
    private static final Document SMALLER = Network.analyzed(Network.smaller());

    @Test
    void aTableHasATitleRulesTotalsAndNotes() {
        assertThat(Written.as(Format.TEXT, TINY)).isEqualTo("""
                tiny: a small network
                input 1×3×224×224, batch 1, dtype float32, inference

                layer       operator       kernel  stride  padding  inputs         output       parameters  multiply-adds  effective   share  output memory  receptive field
                ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                features.0  conv           11×11        4        2  1×3×224×224    1×64×55×55      23.30 k        70.28 M    69.58 M  100.0%      756.3 KiB  11×11 /4
                features.1  relu                                    1×64×55×55     1×64×55×55            0              0          0    0.0%      756.3 KiB  11×11 /4
                join        concat                                  1×64×55×55 +1  1×128×55×55           0              0          0    0.0%        1.5 MiB  11×11 /4
                pool        globalavgpool                           1×128×55×55    1×128×1×1             0              0          0    0.0%          512 B  227×227
                flatten     flatten                                 1×128×1×1      1×128                 0              0          0    0.0%          512 B  227×227
                classifier  linear                                  1×128          1×10              1,290          1,280      1,280    0.0%           40 B  227×227
                ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                total                                                                              24.59 k        70.28 M    69.58 M  100.0%        3.0 MiB  227×227

                parameters as Keras counts: total 24,586, trainable 24,586, non-trainable 0
                peak memory 3.0 MiB at join (concat): join 1.5 MiB (last read by pool) + features.0 756.3 KiB (last read by join) + features.1 756.3 KiB (last read by join)
                arena 3.0 MiB

                multiply-adds: one multiplication and one addition count as one; those on padding are included
                effective: multiply-adds without those on padding
                output memory: the outputs of all layers added up, not what is needed at one time
                peak memory: the most that the input and the outputs of layers need at one time; where a layer can write over its input, it does
                arena: the size of one buffer that the input and all outputs can share
                share: part of all multiply-adds
                receptive field: the window of the input that one element of the output sees; after the / how far it is from one window to the next
                """);
    }

    @Test
    void columnsLeaveANarrowTerminalInTheirOrder() {
        assertThat(Written.text(SMALLER, 162)).doesNotContain("no room for");
        assertThat(Written.text(SMALLER, 161))
                .contains("buffers  multiply-adds")
                .contains("\nno room for: inputs; a terminal of 162 columns shows all, and so does --width 162\n");
        assertThat(Written.text(SMALLER, 148)).contains("\nno room for: inputs, buffers; ");
        assertThat(Written.text(SMALLER, 64)).startsWith("""
                smaller
                input 1×3×224×224, batch 1, dtype float32, inference

                layer       output      parameters  multiply-adds  output memory
                ────────────────────────────────────────────────────────────────
                features.0  1×32×55×55     11.65 k        35.14 M      378.1 KiB
                """).contains("""
                no room for: operator, kernel, stride, padding, inputs, buffers,
                  effective, share, receptive field; a terminal of 162 columns
                  shows all, and so does --width 162
                """);
    }

    /** Without inputs and the effective multiply-adds there are 138 columns; buffers leave earlier than these, but take less room. */
    @Test
    void nothingIsMissingThatWouldFit() {
        assertThat(Written.text(SMALLER, 138)).contains("\nno room for: inputs, effective; ");
        for (int width = 1; width <= 165; width++) {
            String text = Written.text(SMALLER, width);
            int table = text.lines()
                    .filter(line -> line.startsWith("─"))
                    .mapToInt(DisplayWidth::of)
                    .max()
                    .orElseThrow();
            assertThat(table <= width || width < 25)
                    .as("%d columns on %d", table, width)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 120, 200})
    void noLineRunsOverTheEdgeWhereItWouldBreakInsideANumber(int width) {
        var deep = Network.on(
                        "deep",
                        "a network with a title that takes more than one line of a narrow terminal",
                        1,
                        3,
                        224,
                        224)
                .layer("encoder.stages.3.blocks.17.projection", "conv", "channels", 64, "kernel", 11, "stride", 4)
                .layer("encoder.stages.3.blocks.17.activation", "relu")
                .model();
        List<Document> documents = List.of(
                Network.analyzed(deep),
                Network.compared(deep, Network.smaller()),
                BreakdownDocument.of(List.of(deep.analyze()), Grouping.LAYER),
                ExplainDocument.of(deep.analyze(), deep.explain(DType.FLOAT32, false)),
                ParametersDocument.of(deep.analyze(), deep.weightsWithUsers(false)));
        for (Document document : documents) {
            assertThat(Written.text(document, width).lines()).allMatch(line -> DisplayWidth.of(line) <= width);
        }
    }

    @Test
    void namesAreShortenedWhenNoColumnCanLeaveAnyMore() {
        Document deep = Network.analyzed(Network.on("deep", "", 1, 3)
                .layer("encoder.stages.3.blocks.17.projection", "linear", "features", 4)
                .model());
        assertThat(Written.text(deep, 72)).contains("\nencoder.sta…projection  1×4 ");
        assertThat(Written.text(deep, 60)).contains("\nencoder.stag…7.projection  1×4             16             12\n");
    }

    @Test
    void numbersAreNeverCutEvenWhenTheyRunOverTheEdge() {
        assertThat(Written.text(SMALLER, 1)).contains("\nfeatures.0  1×32×55×55\n");
    }

    @Test
    void aWordIsExplainedOnlyWhereItIsSeen() {
        assertThat(Written.text(SMALLER, 64))
                .contains("\noutput memory: ")
                .doesNotContain("\neffective:", "\nreceptive field:");
        assertThat(Written.text(SMALLER, 162)).contains("\neffective: ", "\nreceptive field: ");
    }

    @Test
    void whoKnowsTheWordsNeedsNoNotes() {
        Page page = new Page(Glyphs.UNICODE, OptionalInt.of(64)).withoutNotes();
        assertThat(Written.as(Format.TEXT, TINY, page))
                .endsWith("\narena 3.0 MiB\n")
                .doesNotContain("no room");
        assertThat(Written.as(Format.MARKDOWN, TINY, page)).endsWith("\narena 3.0 MiB\n");
        var tiny = Network.tiny();
        assertThat(Written.as(
                        Format.TEXT, ExplainDocument.of(tiny.analyze(), tiny.explain(DType.FLOAT32, false)), page))
                .contains("\nsums over all layers: ");
    }

    @Test
    void asciiHasNoOtherCharacters() {
        String ascii = Written.ascii(TINY);
        assertThat(ascii.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
        assertThat(ascii)
                .contains(
                        "\nfeatures.0  conv           11x11        4        2  1x3x224x224    1x64x55x55      23.30 k ")
                .contains("\n-----");
        String explained = Written.ascii(
                ExplainDocument.of(Network.tiny().analyze(), Network.tiny().explain(DType.FLOAT32, false)));
        assertThat(explained.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
        assertThat(explained).contains("  output height           = floor((224 + 2*2 - 11) / 4) + 1 = 55\n");
    }

    @Test
    void theLargestLayersStandFirstAndTheOthersInOneRow() {
        Ranking ranking = Ranking.by(Metric.PARAMETERS, OptionalInt.of(2));
        Model smaller = Network.smaller();
        assertThat(Written.as(
                        Format.TEXT,
                        AnalyzeDocument.of(smaller.analyze(), smaller.memory(DType.FLOAT32, false), ranking)))
                .contains("""
                features.0       conv      11×11        4        2  1×3×224×224  1×32×55×55     11.65 k        0        35.14 M    34.79 M  100.0%      378.1 KiB  11×11 /4
                classifier       linear                             1×32         1×10               330        0            320        320    0.0%           40 B  227×227
                (3 more layers)                                                                      64       65              0          0    0.0%      378.4 KiB
                ─""");
    }

    @Test
    void modelsStandBelowEachOtherWithTheirRatios() {
        assertThat(Written.as(Format.TEXT, Network.compared(Network.tiny(), Network.smaller())))
                .isEqualTo("""
                2 models, with ratios to tiny
                batch 1, dtype float32, inference

                model    input        layers  parameters  ratio  buffers  multiply-adds  ratio  effective  ratio  output memory  ratio  peak memory  ratio
                ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                tiny     1×3×224×224       6     24.59 k  1.00×        0        70.28 M  1.00×    69.58 M  1.00×        3.0 MiB  1.00×      3.0 MiB  1.00×
                smaller  1×3×224×224       5     12.04 k  0.49×       65        35.14 M  0.50×    34.79 M  0.50×      756.5 KiB  0.25×    966.1 KiB  0.32×

                multiply-adds: one multiplication and one addition count as one; those on padding are included
                effective: multiply-adds without those on padding
                output memory: the outputs of all layers added up, not what is needed at one time
                peak memory: the most that the input and the outputs of layers need at one time; where a layer can write over its input, it does
                """);
    }

    @Test
    void aCountAndItsRatioLeaveTogether() {
        Document compared = Network.compared(Network.tiny(), Network.smaller());
        assertThat(Written.text(compared, 90)).contains("""
                model    parameters  ratio  multiply-adds  ratio  output memory  ratio  peak memory  ratio
                ──────────────────────────────────────────────────────────────────────────────────────────
                tiny        24.59 k  1.00×        70.28 M  1.00×        3.0 MiB  1.00×      3.0 MiB  1.00×
                smaller     12.04 k  0.49×        35.14 M  0.50×      756.5 KiB  0.25×    966.1 KiB  0.32×

                no room for: input, layers, buffers, effective; a terminal of 138 columns shows all, and
                  so does --width 138
                """);
        assertThat(Written.text(compared, 80)).contains("""
                model    layers  parameters  ratio  multiply-adds  ratio  output memory  ratio
                ──────────────────────────────────────────────────────────────────────────────
                tiny          6     24.59 k  1.00×        70.28 M  1.00×        3.0 MiB  1.00×
                smaller       5     12.04 k  0.49×        35.14 M  0.50×      756.5 KiB  0.25×

                no room for: input, buffers, effective, peak memory; a terminal of 138 columns
                  shows all, and so does --width 138
                """);
    }

    @Test
    void oneModelIsComparedWithNothing() {
        assertThat(Written.as(Format.TEXT, Network.compared(Network.tiny())))
                .startsWith("tiny\n")
                .doesNotContain("ratio");
    }

    @Test
    void whatHasNoRatioIsLeftEmpty() {
        var free = Network.on("free", "", 1, 3).layer("relu", "relu").model();
        assertThat(Written.as(Format.TEXT, Network.compared(free, free)))
                .contains(
                        "\nfree   1×3         1           0                     0                 0                  12 B  1.00×         12 B  1.00×\n");
        assertThat(Written.as(Format.TEXT, Network.analyzed(free)))
                .contains(
                        "\nrelu   relu      1×3     1×3              0              0          0                  12 B\n");
    }

    /** Six outputs of 12 bytes are joined into 72. */
    @Test
    void ofManyTensorsAtThePeakTheLargestAreNamed() {
        var network = Network.on("many", "", 1, 3);
        for (int branch = 1; branch <= 6; branch++) {
            network.layerOn(List.of(0), "branch" + branch, "linear", "features", 3);
        }
        var many = network.layerOn(List.of(1, 2, 3, 4, 5, 6), "join", "concat").model();
        assertThat(Written.as(Format.TEXT, Network.analyzed(many)))
                .contains("\npeak memory 144 B at join (concat): join 72 B (output) + branch1 12 B (last read by join)"
                        + " + branch2 12 B (last read by join) + branch3 12 B (last read by join) + 3 more of 36 B\n");
    }

    @Test
    void barsShowWhereTheCostSits() {
        Document breakdown = BreakdownDocument.of(
                List.of(Network.tiny().analyze(), Network.smaller().analyze()), Grouping.STAGE);
        assertThat(Written.as(Format.TEXT, breakdown)).isEqualTo("""
                where the cost sits, by stage
                batch 1, dtype float32, inference

                tiny on 1×3×224×224
                stage  layers  parameters            share  multiply-adds             share     memory             share
                ────────────────────────────────────────────────────────────────────────────────────────────────────────
                55x55       3     23.30 k  ████████  94.8%        70.28 M  ████████  100.0%    3.0 MiB  ████████  100.0%
                head        3       1,290  ▌          5.2%          1,280  ▏           0.0%    1.0 KiB  ▏           0.0%

                smaller on 1×3×224×224
                stage  layers  parameters            share  multiply-adds             share     memory             share
                ────────────────────────────────────────────────────────────────────────────────────────────────────────
                55x55       2     11.71 k  ████      97.3%        35.14 M  ████      100.0%  756.3 KiB  ██        100.0%
                head        3         330  ▏          2.7%            320  ▏           0.0%      296 B  ▏           0.0%

                stage: layers whose outputs have the same height and width; head: layers whose outputs have none
                bars: their lengths can be compared across models
                share: part of the model's total
                memory: the outputs of the layers added up, not what is needed at one time
                """);
        assertThat(Written.text(breakdown, 80).lines()).allMatch(line -> DisplayWidth.of(line) <= 80);
        assertThat(Written.ascii(breakdown)).contains("head        3       1,290  #          5.2%");
    }

    @Test
    void stagesAreExplainedOnlyWhereThereAreStages() {
        Document byKind = BreakdownDocument.of(List.of(Network.tiny().analyze()), Grouping.KIND);
        assertThat(Written.as(Format.TEXT, byKind))
                .contains("\nglobalavgpool       1 ")
                .doesNotContain("stage:");
    }

    @Test
    void equationsStandBelowEachOther() {
        var tiny = Network.tiny();
        Document explained = ExplainDocument.of(tiny.analyze(), tiny.explain(DType.FLOAT32, false));
        assertThat(Written.as(Format.TEXT, explained))
                .startsWith("""
                tiny: a small network
                input 1×3×224×224, batch 1, dtype float32, inference

                features.0  conv  1×3×224×224 → 1×64×55×55
                  output height           = ⌊(224 + 2·2 − 11) / 4⌋ + 1 = 55
                  output width            = ⌊(224 + 2·2 − 11) / 4⌋ + 1 = 55
                  parameters              = 64·3·11·11 + 64 = 23,296
                """)
                .contains("""
                flatten  flatten  1×128×1×1 → 1×128
                  output features = 128·1·1 = 128
                  output bytes    = 1·128·4 = 512

                classifier\s""")
                .endsWith("""

                sums over all layers: 24,586 parameters, 0 buffers, 70,278,080 multiply-adds (69,582,848 effective), 3,098,664 bytes of outputs
                """);
    }

    @Test
    void aPartOfAModelIsExplainedWithoutSums() {
        var tiny = Network.tiny();
        Document explained = ExplainDocument.ofPart(
                tiny.analyze(), tiny.explain(DType.FLOAT32, false).subList(4, 5));
        assertThat(Written.as(Format.TEXT, explained)).endsWith("\n  output bytes    = 1·128·4 = 512\n");
    }

    @Test
    void tensorsAreListedByName() {
        var smaller = Network.smaller();
        assertThat(Written.as(Format.TEXT, ParametersDocument.of(smaller.analyze(), smaller.weightsWithUsers(false))))
                .isEqualTo("""
                smaller
                dtype float32, parameters 12,042, buffers 65

                kind       name                            shape       elements    memory
                ─────────────────────────────────────────────────────────────────────────
                parameter  features.0.weight               32×3×11×11    11,616  45.4 KiB
                parameter  features.0.bias                 32                32     128 B
                parameter  features.1.weight               32                32     128 B
                parameter  features.1.bias                 32                32     128 B
                parameter  classifier.weight               10×32            320   1.3 KiB
                parameter  classifier.bias                 10                10      40 B
                buffer     features.1.running_mean         32                32     128 B
                buffer     features.1.running_var          32                32     128 B
                buffer     features.1.num_batches_tracked  scalar             1       8 B
                """);
    }

    @Test
    void modelsAreListed() {
        var models = List.of(
                Listed.entry("alexnet", "alexnet.yaml", "AlexNet", "One weird trick"),
                Listed.entry("vgg16", "vgg.yaml", "Of Oxford", "Very deep"),
                Listed.entry("vgg19", "vgg.yaml", "Of Oxford", "Deeper"));
        var studies = List.of(
                Listed.entry("studies/stems.yaml#vgg16", "studies/stems.yaml", "Stems", "Of VGG-16"),
                Listed.unknown("studies/a.yaml", "studies/a.yaml"));
        Document list = ListDocument.of(
                List.of(new ListDocument.Kind("models", models), new ListDocument.Kind("studies", studies)),
                List.of(Note.of("how to narrow it")));
        assertThat(Written.as(Format.TEXT, list)).isEqualTo("""
                the models, studies and examples that come with Archmeter

                models
                name     input    parameters  multiply-adds  title
                ────────────────────────────────────────────────────────────
                alexnet.yaml  AlexNet
                alexnet  3×32×48       1,000         2.00 M  One weird trick

                vgg.yaml  Of Oxford
                vgg16    3×32×48       1,000         2.00 M  Very deep
                vgg19    3×32×48       1,000         2.00 M  Deeper

                studies
                name            input    parameters  multiply-adds  title
                ─────────────────────────────────────────────────────────────
                studies/a.yaml  7 +1

                studies/stems.yaml  Stems
                #vgg16          3×32×48       1,000         2.00 M  Of VGG-16

                multiply-adds: one multiplication and one addition count as one; those on padding are included
                how to narrow it
                """);
        assertThat(Written.as(Format.TEXT, ListDocument.of(studies))).contains("\nstudies/stems.yaml#vgg16  3×32×48 ");
    }

    @Test
    void wideNamesKeepTheColumnsInLine() {
        var wide = Network.on("広い", "", 1, 3)
                .layer("層", "relu")
                .layer("e\u0301", "relu")
                .model();
        assertThat(Written.as(Format.TEXT, Network.analyzed(wide)))
                .contains("\n層     relu ")
                .contains("\ne\u0301      relu ");
    }
}
