package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.Nodes;
import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.nesting.Nesting;
import io.archmeter.op.Activation;
import io.archmeter.op.Linear;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.NetworkDrawing.Kind;
import io.archmeter.report.picture.NetworkDrawing.Level;
import io.archmeter.report.picture.NetworkDrawing.Line;
import io.archmeter.report.picture.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphPictureTest {
    private static NetworkDrawing drawing(NetworkFacts network) {
        return (NetworkDrawing) GraphPicture.of(network, false, Optional.empty());
    }

    private static NetworkDrawing drawing(String model) {
        return drawing(BundledModels.model(model).facts(DType.FLOAT32));
    }

    private static NetworkDrawing written(String yaml) {
        return drawing(WrittenModel.of(yaml).facts(DType.FLOAT32));
    }

    private static List<Box> shown(Level level) {
        List<Box> shown = new ArrayList<>();
        for (Box box : level.boxes()) {
            if (box.open()) {
                shown.addAll(shown(box.inside().orElseThrow()));
            } else if (!box.isPort()) {
                shown.add(box);
            }
        }
        return shown;
    }

    private static Box box(NetworkDrawing drawing, String path) {
        return drawing.level().all().stream()
                .filter(box -> box.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static long exact(Box box, NetworkDrawing drawing, String figure) {
        return box.amounts().get(drawing.figures().indexOf(figure)).exact();
    }

    /** A convolution of 2 · 3 · 3 · 3 = 54 weights and 2 of bias on 8×8: 54 · 64 = 3,456 multiply-adds. */
    @Test
    void aBoxSaysWhatALayerDoesAndCosts() {
        NetworkDrawing drawing = written("""
                input: [3, 8, 8]
                layers:
                  conv1: {conv: 2, kernel: 3, padding: 1}
                  pool: {maxpool: 2}
                  relu: relu
                """);
        Box conv = box(drawing, "conv1");
        assertThat(conv.kind()).isEqualTo(Kind.LAYER);
        assertThat(conv.name()).isEqualTo("conv1");
        assertThat(conv.about()).isEqualTo("conv 3×3");
        assertThat(drawing.figures()).containsExactly("parameters", "multiply-adds", "effective", "output memory");
        assertThat(drawing.figures().get(drawing.figure())).isEqualTo("multiply-adds");
        assertThat(conv.amounts().get(0)).isEqualTo(new Quantity(56, "56"));
        assertThat(conv.amounts().get(1)).isEqualTo(new Quantity(3456, "3,456"));
        assertThat(conv.amounts().get(3)).isEqualTo(new Quantity(512, "512 B"));
        assertThat(box(drawing, "pool").kind()).isEqualTo(Kind.FUNCTION);
        assertThat(box(drawing, "pool").about()).isEqualTo("maxpool 2×2 /2");
        // Its name says what it does.
        assertThat(box(drawing, "relu").about()).isEmpty();
        assertThat(shown(drawing.level()))
                .extracting(Box::about)
                .startsWith("3×8×8")
                .endsWith("2×4×4");
    }

    /** Shapes stand where they change: behind the convolution and the pool, and not behind what changes nothing. */
    @Test
    void aShapeStandsWhereItChanges() {
        Level level = written("""
                input: [3, 8, 8]
                layers:
                  conv1: {conv: 2, kernel: 3, padding: 1}
                  relu: relu
                  pool: {maxpool: 2}
                """).level();
        assertThat(level.lines()).extracting(Line::shape).containsExactly("3×8×8", "2×8×8", "2×8×8", "2×4×4");
        assertThat(level.lines()).extracting(Line::labelled).containsExactly(false, true, false, true);
    }

    /** The batch is the same everywhere and says nothing; where an axis is no batch, all axes are there. */
    @Test
    void theBatchIsLeftOutWhereAllHaveTheSame() {
        assertThat(ShapeWords.of(new Nodes(7, 4).graph(0)).of(Shape.of(7, 4))).isEqualTo("4");
        Nodes mixed = new Nodes(7, 4);
        mixed.addInput(Shape.of(3, 4));
        assertThat(ShapeWords.of(mixed.graph(0)).of(Shape.of(7, 4))).isEqualTo("7×4");
        assertThat(ShapeWords.of(new Nodes(7, 4).graph(0)).of(Shape.of(7))).isEqualTo("scalar");
    }

    /** torchvision's counts: see src/test/resources/torchvision/summary.csv. */
    @Test
    void modulesHaveWhatTheirLayersHave() {
        NetworkDrawing drawing = drawing("alexnet");
        long parameters = 0;
        long multiplyAdds = 0;
        for (Box box : drawing.level().boxes()) {
            if (!box.amounts().isEmpty()) {
                parameters += exact(box, drawing, "parameters");
                multiplyAdds += exact(box, drawing, "multiply-adds");
            }
        }
        assertThat(parameters).isEqualTo(61_100_840);
        assertThat(multiplyAdds).isEqualTo(714_188_480);
    }

    @ParameterizedTest
    @ValueSource(strings = {"googlenet", "densenet121", "swin_t", "gpt2", "retinanet_resnet50_fpn"})
    void everyModuleHasWhatIsInsideOfIt(String model) {
        NetworkDrawing drawing = drawing(model);
        for (Box box : drawing.level().all()) {
            if (box.inside().isPresent()) {
                for (int figure = 0; figure < drawing.figures().size(); figure++) {
                    long sum = 0;
                    for (Box inner : box.inside().get().boxes()) {
                        sum += inner.amounts().isEmpty()
                                ? 0
                                : inner.amounts().get(figure).exact();
                    }
                    assertThat(box.amounts().get(figure).exact())
                            .as("%s of %s", drawing.figures().get(figure), box.path())
                            .isEqualTo(sum);
                }
            }
        }
    }

    /** ResNet-50 has 3, 4, 6 and 3 blocks, conv1, bn1, relu, maxpool, avgpool, flatten and fc; deeper it has 175 layers. */
    @Test
    void aNetworkIsOpenAsDeepAsIsEasyToSee() {
        List<Box> shown = shown(drawing("resnet50").level());
        assertThat(shown).hasSize(1 + 16 + 7 + 1);
        assertThat(shown).extracting(Box::path).contains("layer3.5").doesNotContain("layer3", "layer3.5.conv1");
    }

    @Test
    void whoSaysHowDeepGetsThat() {
        NetworkFacts network = BundledModels.model("resnet50").facts(DType.FLOAT32);
        NetworkDrawing folded = (NetworkDrawing) GraphPicture.of(network, false, Optional.of(1));
        assertThat(shown(folded.level()))
                .extracting(Box::path)
                .contains("layer3")
                .doesNotContain("layer3.5");
        NetworkDrawing deep = (NetworkDrawing) GraphPicture.of(network, false, Optional.of(9));
        assertThat(shown(deep.level())).extracting(Box::path).contains("layer3.0.downsample.1");
        assertThat(shown(deep.level()).stream().filter(box -> !box.path().isEmpty()))
                .hasSize(175);
    }

    /** The first block of a stage of ResNet-50 halves the map, and the second begins with other channels than the first. */
    @Test
    void modulesThatAreMadeAlikeSaySo() {
        NetworkDrawing drawing = drawing("resnet50");
        assertThat(box(drawing, "layer3.0").remark()).isEqualTo("4 conv, 4 batchnorm, 3 relu …");
        assertThat(box(drawing, "layer3.1").remark()).isEqualTo("3 conv, 3 batchnorm, 3 relu …");
        assertThat(box(drawing, "layer3.5").remark()).isEqualTo("made like 1");
    }

    @Test
    void wordsOfLayersAreThoseThatTellThemApart() {
        assertThat(box(drawing("resnext50_32x4d"), "layer2.0.conv2").about()).isEqualTo("conv 3×3 /2 in 32 groups");
        assertThat(box(drawing("vit_b_16"), "encoder.layers.encoder_layer_3.self_attention")
                        .about())
                .isEqualTo("multiheadattention 12 heads");
        assertThat(box(drawing("alexnet"), "classifier.6").about()).isEqualTo("linear 1000");
    }

    /** Nobody knows the length, so that the layer makes at least nothing; its 4 · 2 weights and 2 of bias are known. */
    @Test
    void whatIsNotKnownIsNotNothing() {
        Nodes nodes = Nodes.on(Shape.ofAxes(List.of(Extent.of(1), new Extent.Unknown("input"), Extent.of(4))));
        nodes.add("fc", new Linear(2, true), 0);
        NetworkDrawing drawing = drawing(NetworkFacts.of(nodes.graph(), DType.FLOAT32));
        Box linear = box(drawing, "fc");
        assertThat(linear.amounts().get(drawing.figures().indexOf("parameters")))
                .isEqualTo(new Quantity(10, "10"));
        assertThat(linear.amounts().get(drawing.figures().indexOf("multiply-adds")))
                .isEqualTo(new Quantity(0, "≥ 0"));
        assertThat(drawing.level().lines()).extracting(Line::shape).containsExactly("?×4", "?×2");
    }

    @Test
    void whatIsNotDrawnIsSaid() {
        Nodes nodes = new Nodes(1, 4);
        for (int layer = 0; layer < 12; layer++) {
            nodes.add("layer" + layer, new Activation(Activation.Function.RELU), layer);
        }
        NetworkDrawing drawing = GraphPicture.of(
                NetworkFacts.of(nodes.graph(), DType.FLOAT32), false, Optional.empty(), new Nesting.Limits(5, 100));
        assertThat(drawing.note()).isEqualTo("7 of 12 layers are not drawn one by one: there are too many");
        assertThat(drawing.summary()).endsWith(drawing.note() + ".");
        assertThat(drawing.level().boxes()).extracting(Box::name).contains("7 more layers");
    }
}
