package io.archmeter.report.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import io.archmeter.diff.ModelChange;
import io.archmeter.diff.ModelChanges;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.load.LoadOptions;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.writer.Written;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import io.archmeter.spec.load.SpecLoader;
import io.archmeter.training.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A convolution of 2·1·1·1 weights and 2 biases, on 4×4 positions: 4 parameters, 32 multiply-adds; a linear layer of 3·32 and 3: 99 and 96.
 * With windows of 3×3 the convolution has 2·9 + 2 = 20 parameters and 288 multiply-adds, of which 2·10·10 fall on the input (4·3 − 2 taps
 * along each axis).
 */
class DiffDocumentTest {
    private static final String LAYERS = "{conv: 2, kernel: 1}, relu, flatten, {linear: 3}";
    private static final Snapshot SMALL = network("small", LAYERS);
    private static final Snapshot LARGE =
            network("large", "{conv: 2, kernel: 3, padding: 1}, relu, sigmoid, flatten, {linear: 3}");

    private static Snapshot network(String name, String layers) {
        return Snapshots.of(name, WrittenModel.of(yaml(layers)).facts(DType.FLOAT32), Settings.DEFAULT);
    }

    private static String yaml(String layers) {
        return "name: net\ninput: [1, 4, 4]\nlayers:\n  net: [" + layers + "]\n";
    }

    private static Document changed(Snapshot before, Snapshot after) {
        return DiffDocument.of(List.of(new ModelChange.Kept(before, after)));
    }

    /** Weights have 4 bytes for each parameter, outputs 4 for each of 2·16 elements; autograd keeps one output more. */
    @Test
    void totalsStandFirst() {
        assertThat(Written.as(Format.TEXT, changed(SMALL, LARGE)))
                .startsWith("""
                        changes from small to large

                        small → large on 1×1×4×4

                        1 layer added, 1 changed, 2 renamed, 1 the same
                        total                     before    after  change        %
                        ──────────────────────────────────────────────────────────
                        parameters                   103      119     +16   +15.5%
                        multiply-adds                128      384    +256  +200.0%
                        effective multiply-adds      128      296    +168  +131.3%
                        weight memory              412 B    476 B   +64 B   +15.5%
                        output memory              396 B    524 B  +128 B   +32.3%
                        kept for backward          192 B    320 B  +128 B   +66.7%
                        """)
                .contains("\n\nunchanged in total: buffers, peak memory, arena, depth\n\n");
    }

    @Test
    void layersFollowByWhatBecameOfThem() {
        assertThat(Written.as(Format.TEXT, changed(SMALL, LARGE))).endsWith("""

                added: 1 layer
                layer  operator  output   multiply-adds  parameters  output memory
                ──────────────────────────────────────────────────────────────────
                net.2  sigmoid   1×2×4×4              0           0          128 B

                changed: 1 layer
                layer  what     before  after  multiply-adds  parameters  output memory
                ───────────────────────────────────────────────────────────────────────
                net.0  kernel   1x1     3x3             +256         +16            0 B
                       padding  0       1x1

                renamed: 2 layers
                before          after           layers
                ──────────────────────────────────────
                net.2 to net.3  net.3 to net.4       2
                """);
    }

    /** Everything that went up goes down again. */
    @Test
    void theOtherWayRoundChangesAreNegative() {
        assertThat(Written.as(Format.TEXT, changed(LARGE, SMALL)))
                .contains("\nparameters                   119      103     −16  −13.4%\n")
                .contains("\nremoved: 1 layer\n")
                .contains("\nnet.0  kernel   3x3     1x1             −256         −16            0 B\n");
        assertThat(Written.ascii(changed(LARGE, SMALL)))
                .contains("\nparameters                   119      103     -16  -13.4%\n")
                .startsWith("changes from large to small\n\nlarge -> small on 1x1x4x4\n");
    }

    @Test
    void markdownHasTheSameInTables() {
        assertThat(Written.as(Format.MARKDOWN, changed(SMALL, LARGE)))
                .startsWith("""
                        ## changes from small to large

                        ### small → large on 1×1×4×4

                        1 layer added, 1 changed, 2 renamed, 1 the same

                        | total | before | after | change | % |
                        | --- | ---: | ---: | ---: | ---: |
                        | parameters | 103 | 119 | +16 | +15.5% |
                        """)
                .contains("\n\nunchanged in total: buffers, peak memory, arena, depth\n\nadded: 1 layer\n");
    }

    /** Differences of columns add up to those of the totals: 16 parameters, 256 multiply-adds. */
    @Test
    void csvHasARowForEachLayerThatIsAnother() {
        assertThat(Written.as(Format.CSV, changed(SMALL, LARGE))).isEqualTo("""
                model_change,model_before,model_after,change,layer_before,layer_after,operator,differences,\
                parameters_before,parameters_after,buffers_before,buffers_after,multiply_adds_before,multiply_adds_after,\
                effective_multiply_adds_before,effective_multiply_adds_after,weight_bytes_before,weight_bytes_after,\
                output_bytes_before,output_bytes_after
                kept,small,large,changed,net.0,net.0,conv,kernel 1x1 -> 3x3;padding none -> 1x1,4,20,0,0,32,288,32,200,16,80,128,128
                kept,small,large,added,,net.2,sigmoid,,0,0,0,0,0,0,0,0,0,0,0,128
                kept,small,large,renamed,net.2,net.3,flatten,,0,0,0,0,0,0,0,0,0,0,128,128
                kept,small,large,renamed,net.3,net.4,linear,,99,99,0,0,96,96,96,96,396,396,12,12
                """.replace("\n", "\r\n"));
    }

    @Test
    void jsonHasTotalsSettingsAndTheSameRows() {
        assertThat(Written.as(Format.JSON, changed(SMALL, LARGE)))
                .startsWith("""
                        {
                          "archmeter": {
                            "document": "diff",
                            "version": 2
                          },
                          "models": [{
                            "model_change": "kept",
                            "model_before": "small",
                            "model_after": "large",
                            "unchanged": false,
                            "settings_before": {
                              "batch": 1,
                              "dtype": "float32",
                              "training": false,
                              "optimizer": "adam",
                              "set": {}
                            },
                        """)
                .contains("""
                            "input_after": [1, 1, 4, 4],
                            "totals": {
                              "parameters": {
                                "before": 103,
                                "after": 119
                              },
                        """)
                .contains("""
                            "same_layers": 1,
                            "changes": [{
                              "change": "changed",
                              "layer_before": "net.0",
                              "layer_after": "net.0",
                              "operator": "conv",
                              "differences": [{
                                "what": "kernel",
                                "before": [1, 1],
                                "after": [3, 3]
                              }, {
                                "what": "padding",
                                "before": null,
                                "after": [1, 1]
                              }],
                              "parameters_before": 4,
                              "parameters_after": 20,
                        """);
    }

    @Test
    void theSameNetworkHasNoChange() {
        Document same = changed(SMALL, network("small", LAYERS));

        assertThat(Written.as(Format.TEXT, same)).isEqualTo("""
                no change in small

                small on 1×1×4×4

                no change: 4 layers, 103 parameters, 128 multiply-adds, 396 B output memory
                """);
        assertThat(Written.as(Format.CSV, same).lines()).hasSize(1);
        assertThat(Written.as(Format.JSON, same))
                .contains("\"unchanged\": true,")
                .contains("\"changes\": []");
    }

    /**
     * torchvision counts 714,188,480 multiply-adds; eight samples cost eight times as much, in two bytes and not four: layers are the
     * same, and programs find what each costs.
     */
    @Test
    void otherSettingsAreSaidAndChangeNoLayer() {
        Settings eight = new Settings(8, Optional.empty(), DType.FLOAT16, false, Optimizer.ADAM, Map.of());
        Document document = changed(alexnet(Settings.DEFAULT), alexnet(eight));

        assertThat(Written.as(Format.TEXT, document))
                .startsWith("""
                        changes from alexnet to alexnet --batch 8 --dtype float16

                        alexnet → alexnet --batch 8 --dtype float16 on 8×3×224×224

                        with other settings: batch 1 → 8, dtype float32 → float16

                        22 layers the same
                        """)
                .containsPattern("\nmultiply-adds +714.19 M +5.71 G +\\+5.00 G +\\+700.0%\n")
                .containsPattern("\nweight memory +233.1 MiB +116.5 MiB +−116.5 MiB +−50.0%\n")
                .doesNotContain("\nchanged: ");
        assertThat(Written.as(Format.CSV, document))
                .contains(
                        "\r\nkept,alexnet,alexnet --batch 8 --dtype float16,same,features.1,features.1,relu,shape 1x64x55x55 -> 8x64x55x55,0,0,");
    }

    private static Snapshot alexnet(Settings settings) {
        LoadOptions options = new LoadOptions(settings.batch(), settings.input(), settings.set());
        return Snapshots.of(
                "alexnet", NetworkFacts.of(SpecLoader.load("alexnet", options), settings.dtype()), settings);
    }

    /** The image is the same; the tokens are more, and shorter. */
    @Test
    void ofSeveralInputsEachIsCompared() {
        Document document = changed(two("[3]", "int64"), two("[4]", "int32"));

        assertThat(Written.as(Format.TEXT, document)).startsWith("""
                        changes in two

                        two on 1×2 +1

                        with other settings: inputs image 2, tokens 3 int64 → image 2, tokens 4 int32
                        """);
        assertThat(Written.as(Format.JSON, document))
                .contains("\"unchanged\": false,", "\"input_before\": [1, 2],", "\"input_after\": [1, 2],")
                .contains("\"inputs_before\": {\n      \"image\": [1, 2],\n      \"tokens\": [1, 3]\n    }")
                .contains("\"inputs_after\": {\n      \"image\": [1, 2],\n      \"tokens\": [1, 4]\n    }")
                .contains(
                        "\"input_dtypes_before\": {\n      \"image\": \"float32\",\n      \"tokens\": \"int64\"\n    }")
                .contains(
                        "\"input_dtypes_after\": {\n      \"image\": \"float32\",\n      \"tokens\": \"int32\"\n    }");
        assertThat(Written.as(Format.JSON, changed(SMALL, LARGE))).doesNotContain("inputs_", "dtypes");
    }

    private static Snapshot two(String tokens, String type) {
        String yaml = "{inputs: {image: [2], tokens: {shape: TOKENS, dtype: TYPE}},"
                + " layers: [relu, {identity: , from: tokens}], outputs: [\"0\", \"1\"]}";
        return Snapshots.of(
                "two",
                WrittenModel.of(yaml.replace("TOKENS", tokens).replace("TYPE", type))
                        .facts(DType.FLOAT32),
                Settings.DEFAULT);
    }

    @Test
    void severalModelsHaveASectionEachUnlessTheyAreUnchanged() {
        List<Snapshot> before = List.of(
                SMALL,
                network("old", "flatten, {linear: 2}"),
                network("grown", LAYERS),
                network("gone", "flatten, {linear: 5}"));
        List<Snapshot> after = List.of(
                network("small", LAYERS),
                network("young", "flatten, {linear: 2}"),
                network("grown", LAYERS + ", relu"),
                network("new", "flatten, {linear: 4}"));
        Document document = DiffDocument.of(ModelChanges.of(before, after));

        // linear layers have 16 inputs; flatten puts out 64 bytes
        assertThat(Written.as(Format.TEXT, document))
                .startsWith("""
                        5 models: 1 changed, 1 renamed, 1 new, 1 gone, 1 unchanged

                        old → young on 1×1×4×4

                        renamed: the same network with the same settings

                        no change: 2 layers, 34 parameters, 32 multiply-adds, 72 B output memory

                        grown on 1×1×4×4

                        1 layer added, 4 the same
                        """)
                .contains("\nnew on 1×1×4×4\n\nnew: 2 layers, 68 parameters, 64 multiply-adds, 80 B output memory\n")
                .contains("\ngone on 1×1×4×4\n\ngone: 2 layers, 85 parameters, 80 multiply-adds, 84 B output memory\n")
                .endsWith("\nunchanged: small\n");
        assertThat(Written.as(Format.CSV, document))
                .contains("\r\nnew,,new,added,,net.1,linear,,0,68,")
                .contains("\r\ngone,gone,,removed,net.1,,linear,,85,0,")
                .contains("\r\nkept,grown,grown,added,,net.4,relu,,0,0,");
    }

    /**
     * Each new block has a convolution of 2·2 + 2 parameters and 2·2·16 multiply-adds, and two outputs of 2·16 elements. Those that are built alike
     * and follow each other are one row.
     */
    /** The second input of the join is the one that became another: 1×2×4×4 has 2 channels, as wide as the convolution. */
    @Test
    void ofSeveralInputsTheOneThatIsAnotherIsShown() {
        String join = "{join: concat, branches: {a: [relu], b: [{conv: WIDTH, kernel: 1}], c: [sigmoid]}}";
        assertThat(Written.as(
                        Format.TEXT,
                        changed(network("a", join.replace("WIDTH", "2")), network("b", join.replace("WIDTH", "3")))))
                .containsPattern("net\\.concat +input +1×2×4×4 +1×3×4×4 ");
    }

    @Test
    void manyLayersAreShownByTheirModules() {
        assertThat(Written.as(Format.TEXT, changed(blocks(3), blocks(10))))
                .contains("\nadded: 14 layers\n")
                .contains("""

                        block3 to block4  2 x 2 layers                    128          12          512 B
                        block5            2 layers                         64           6          256 B
                        block6 to block9  4 x 2 layers                    256          24        1.0 KiB
                        """);
    }

    private static Snapshot blocks(int count) {
        StringBuilder yaml = new StringBuilder("name: net\ninput: [2, 4, 4]\nlayers:\n");
        for (int block = 0; block < count; block++) {
            yaml.append("  block").append(block).append(": {layers: {conv: {conv: 2, kernel: 1}, ");
            yaml.append(block == 5 ? "act: sigmoid}}\n" : "act: relu}}\n");
        }
        return Snapshots.of("blocks", WrittenModel.of(yaml.toString()).facts(DType.FLOAT32), Settings.DEFAULT);
    }

    /** A page can be read: of many rows the last one stands for the others. */
    @Test
    void aListingHasAnEnd() {
        List<String> layers = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(channels -> "{conv: " + (channels + 3) + ", kernel: 1}")
                .toList());
        Snapshot all = network("all", String.join(", ", layers));
        Snapshot one = network("one", layers.get(0));

        assertThat(Written.as(Format.TEXT, changed(one, all)))
                .contains("\nadded: 29 layers\n", "\nnet.19  ", "\n(10 more)  10 layers ")
                .doesNotContain("\nnet.20  ");
    }

    @Test
    void aNameCannotBreakATable() {
        Snapshot odd = network("a|b", LAYERS);

        assertThat(Written.as(Format.MARKDOWN, changed(odd, network("a|b", LAYERS + ", relu"))))
                .contains("## changes in a\\|b\n");
    }
}
