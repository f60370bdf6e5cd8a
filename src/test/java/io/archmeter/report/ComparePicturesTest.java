package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.graph.DType;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.GroupedBars;
import io.archmeter.report.picture.LayerBars;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Scatter;
import io.archmeter.report.picture.StackedShares;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the charts of {@code compare} show. AlexNet and VGG-16 are those of torchvision, whose parameters and layers are in
 * {@code src/test/resources/torchvision}; small networks are counted by hand.
 */
class ComparePicturesTest {
    private static final List<CompareDocument.Entry> ALEXNET_VGG16 = entries("alexnet", "vgg16");

    private static List<CompareDocument.Entry> entries(String... names) {
        return Stream.of(names).map(name -> entry(Archmeter.load(name))).toList();
    }

    private static CompareDocument.Entry entry(Model model) {
        return new CompareDocument.Entry(model.analyze(), model.memory(DType.FLOAT32, false));
    }

    private static <T extends Picture> T picture(Class<T> type, String name, List<CompareDocument.Entry> models) {
        return type.cast(ComparePictures.alone(models).stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private static List<String> names(List<Picture> pictures) {
        return pictures.stream().map(Picture::name).toList();
    }

    @Test
    void aPageHasEachFigureOnceAndAPictureAloneHasItsChoice() {
        assertThat(names(ComparePictures.onPage(ALEXNET_VGG16))).containsExactly("totals", "layers", "stages", "kinds");
        assertThat(names(ComparePictures.alone(ALEXNET_VGG16)))
                .containsExactly(
                        "layers",
                        "totals",
                        "stages",
                        "kinds",
                        "output_bytes",
                        "parameters",
                        "multiply_adds",
                        "layers-output_bytes",
                        "layers-parameters",
                        "layers-multiply_adds");
    }

    /** 138,357,544 / 61,100,840 = 2.264…; the round number after 138 M in steps of 50 M is 150 M. */
    @Test
    void totalsHaveTheirRatiosToTheFirst() {
        GroupedBars totals = picture(GroupedBars.class, "parameters", ALEXNET_VGG16);

        assertThat(totals.groups()).containsExactly("alexnet", "vgg16");
        assertThat(totals.panels()).singleElement().satisfies(panel -> {
            assertThat(panel.ruler().end()).isEqualTo(150_000_000);
            assertThat(panel.bars())
                    .containsExactly(
                            List.of(Optional.of(new Quantity(61_100_840, "61.10 M"))),
                            List.of(Optional.of(new Quantity(138_357_544, "138.36 M · 2.26×"))));
        });
        assertThat(totals.summary()).isEqualTo("2 models; parameters: most in vgg16, 138.36 M.");
    }

    /** The lecture's charts: AlexNet has 5 convolutions, 3 + 1 pools and 3 linear layers, VGG-16 13, 5 + 1 and 3. */
    @Test
    void layersWithWeightsAndPoolsHaveBars() {
        LayerBars layers = picture(LayerBars.class, "layers-parameters", ALEXNET_VGG16);

        assertThat(layers.networks())
                .extracting(network -> network.layers().size())
                .containsExactly(12, 22);
        assertThat(layers.networks().get(0).layers())
                .extracting(LayerBars.Layer::label)
                .startsWith("features.0", "features.2", "features.3")
                .endsWith("avgpool", "classifier.1", "classifier.4", "classifier.6");
        List<LayerBars.Bars> bars = layers.rows().get(0).bars();
        assertThat(bars.get(0).total()).isEqualTo("61.10 M");
        // conv1: 64·3·11·11 + 64 = 23,296; fc6: 9216·4096 + 4096 = 37,752,832
        assertThat(bars.get(0).bars())
                .extracting(Quantity::exact)
                .startsWith(23_296L, 0L, 307_392L)
                .contains(37_752_832L);
        assertThat(bars.get(1).bars().stream().mapToLong(Quantity::exact).sum()).isEqualTo(138_357_544);
        assertThat(layers.summary())
                .isEqualTo("alexnet has 61.10 M of parameters, most of it in classifier.1: 37.75 M."
                        + " vgg16 has 138.36 M of parameters, most of it in classifier.0: 102.76 M.");
    }

    /** ResNet-152 has 155 convolutions: 50 blocks, a convolution, two pools and a linear layer are 54 bars. */
    @Test
    void modulesStandForLayersThatAreTooMany() {
        LayerBars layers = picture(LayerBars.class, "layers-multiply_adds", entries("resnet152"));

        assertThat(layers.networks().get(0).layers())
                .hasSize(54)
                .extracting(LayerBars.Layer::label)
                .startsWith("conv1", "maxpool", "layer1.0")
                .endsWith("layer4.2", "avgpool", "fc");
        assertThat(layers.keys()).extracting("words").contains("module, with all its layers");
    }

    @Test
    void whereNobodyCouldTellTheBarsApartThereAreNone() {
        List<CompareDocument.Entry> seven = Collections.nCopies(7, entry(Network.tiny()));

        assertThat(names(ComparePictures.onPage(seven))).containsExactly("totals", "scatter", "stages", "kinds");
        assertThat(names(ComparePictures.onPage(seven.subList(0, 6)))).contains("layers");
    }

    /** Shares of a network are all of it. */
    @Test
    void partsAddUpToTheNetwork() {
        List<CompareDocument.Entry> models = entries("alexnet", "googlenet", "resnet50", "mobilenet_v2", "vit_b_16");
        for (String name : List.of("stages", "kinds")) {
            StackedShares shares = picture(StackedShares.class, name, models);
            for (int metric = 0; metric < ComparePictures.DRAWN.size(); metric++) {
                for (int i = 0; i < models.size(); i++) {
                    CostReport report = models.get(i).costs();
                    Metric drawn = ComparePictures.DRAWN.get(metric);
                    assertThat(shares.panels().get(metric).stacks().get(i).stream()
                                    .mapToLong(part -> part.amount().exact())
                                    .sum())
                            .as("%s of %s, %s", drawn, report.model(), name)
                            .isEqualTo(drawn.of(report.total()).orElseThrow());
                }
            }
        }
    }

    /** AlexNet's linear layers have 58,631,144 of 61,100,840 parameters: 95.96 %. */
    @Test
    void aPartSaysItsShare() {
        StackedShares kinds = picture(StackedShares.class, "kinds", ALEXNET_VGG16);

        assertThat(kinds.panels().get(1).stacks().get(0))
                .filteredOn(part -> part.label().equals("linear"))
                .extracting(part -> part.amount().words())
                .containsExactly("58.63 M, 96.0%");
        assertThat(kinds.summary()).contains("alexnet, parameters: most in linear, 58.63 M, 96.0%;");
    }

    @Test
    void pointsOfAFamilyHaveAColour() {
        Scatter scatter = picture(Scatter.class, "scatter", entries("resnet18", "resnet50", "vgg16"));

        assertThat(scatter.points().get(0).paint())
                .isEqualTo(scatter.points().get(1).paint());
        assertThat(scatter.points().get(0).paint())
                .isNotEqualTo(scatter.points().get(2).paint());
        assertThat(scatter.up().logarithmic()).isTrue();
        assertThat(scatter.points().get(1).across().exact()).isEqualTo(4_089_184_256L);
    }

    /** Of 13×13 and 27×27 maps VGG-16 has none, and of 14×14 AlexNet has none: that is no bar of zero. */
    @Test
    void stagesStandBesideEachOtherFromTheLargestMap() {
        List<CostReport> reports =
                ALEXNET_VGG16.stream().map(CompareDocument.Entry::costs).toList();
        GroupedBars stages =
                (GroupedBars) BreakdownPictures.of(reports, Grouping.STAGE).get(0);

        assertThat(stages.groups())
                .containsExactly(
                        "224x224", "112x112", "56x56", "55x55", "28x28", "27x27", "14x14", "13x13", "7x7", "6x6",
                        "head");
        assertThat(stages.panels().get(0).bars().get(0).get(0)).isEmpty();
        assertThat(stages.panels().get(0).bars().get(0).get(1)).isPresent();
        assertThat(stages.series()).containsExactly("alexnet", "vgg16");
    }

    @Test
    void aBreakdownOfManyModelsIsOfShares() {
        List<CostReport> many = Collections.nCopies(9, ALEXNET_VGG16.get(1).costs());

        assertThat(BreakdownPictures.of(many, Grouping.STAGE)).hasOnlyElementsOfType(StackedShares.class);
        assertThat(BreakdownPictures.of(many, Grouping.KIND)).hasOnlyElementsOfType(StackedShares.class);
        assertThat(BreakdownPictures.of(many, Grouping.LAYER)).isEmpty();
        assertThat(BreakdownPictures.of(many.subList(0, 2), Grouping.LAYER)).hasOnlyElementsOfType(LayerBars.class);
    }

    /** By hand ({@code UnknownTest}): at least 442,368 multiply-adds. */
    @Test
    void whatIsNotKnownInFullSaysSo() {
        List<CompareDocument.Entry> models =
                List.of(entry(Archmeter.load("src/test/resources/readme/boxes.yaml")), ALEXNET_VGG16.get(0));
        GroupedBars totals = picture(GroupedBars.class, "multiply_adds", models);

        assertThat(totals.panels().get(0).bars().get(0))
                .containsExactly(Optional.of(new Quantity(442_368, "≥ 442.37 k")));
        assertThat(totals.panels().get(0).bars().get(1))
                .containsExactly(Optional.of(new Quantity(714_188_480, "714.19 M")));
        LayerBars layers = picture(LayerBars.class, "layers-multiply_adds", models);
        assertThat(layers.rows().get(0).bars().get(0).total()).isEqualTo("≥ 442.37 k");
    }
}
