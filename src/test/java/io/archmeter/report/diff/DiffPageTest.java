package io.archmeter.report.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.diff.Difference;
import io.archmeter.diff.ModelChange;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.load.LoadOptions;
import io.archmeter.report.document.Card;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.picture.BeforeAfter;
import io.archmeter.report.picture.LayerChanges;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.writer.Written;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import io.archmeter.spec.load.SpecLoader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffPageTest {
    private static Snapshot network(String name) {
        return Snapshots.of(
                name, NetworkFacts.of(SpecLoader.load(name, LoadOptions.DEFAULT), DType.FLOAT32), Settings.DEFAULT);
    }

    private static Document page(String before, String after) {
        return DiffPage.of(List.of(new ModelChange.Renamed(network(before), network(after))));
    }

    private static LayerChanges drawn(Snapshot before, Snapshot after) {
        return ChangesPicture.of(Difference.of(before, after), "changes", true);
    }

    private static List<String> names(
            LayerChanges picture, Function<LayerChanges.Row, Optional<LayerChanges.Layers>> side) {
        return picture.rows().stream()
                .flatMap(row -> side.apply(row).stream())
                .flatMap(layers -> layers.names().stream())
                .toList();
    }

    private static List<String> names(Snapshot network) {
        return network.layers().stream().map(LayerSnapshot::name).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "alexnet, vgg16",
        "vgg16, alexnet",
        "resnet50, resnext50_32x4d",
        "resnet18, resnet152",
        "mobilenet_v2, mobilenet_v3_large",
        "googlenet, squeezenet1_0"
    })
    void everyLayerOfBothSidesIsThereOnce(String before, String after) {
        Snapshot old = network(before);
        Snapshot now = network(after);
        LayerChanges picture = drawn(old, now);
        assertThat(names(picture, LayerChanges.Row::before)).containsExactlyInAnyOrderElementsOf(names(old));
        assertThat(names(picture, LayerChanges.Row::after)).containsExactlyElementsOf(names(now));
    }

    /** A baseline may not say attributes: layers are aligned by what it says. */
    @Test
    void whatWasRecordedWithoutAttributesIsDrawnToo() {
        Snapshot old = network("alexnet").withoutAttributes();
        Snapshot now = network("vgg16").withoutAttributes();
        LayerChanges picture = drawn(old, now);
        assertThat(names(picture, LayerChanges.Row::before)).containsExactlyInAnyOrderElementsOf(names(old));
        assertThat(names(picture, LayerChanges.Row::after)).containsExactlyElementsOf(names(now));
    }

    /**
     * He et al. 2016, Table 1: ResNet-34 has 1, 2, 4 and 1 blocks more than ResNet-18, each of two convolutions, two batch
     * normalizations, two ReLUs and an addition.
     */
    @Test
    void newBlocksAreOneRowAndWhatIsTheSameIsQuiet() {
        LayerChanges picture = drawn(network("resnet18"), network("resnet34"));
        assertThat(picture.rows().stream()
                        .filter(row -> row.kind() == LayerChanges.Kind.ADDED)
                        .flatMap(row -> row.after().stream())
                        .map(layers -> layers.label() + ": " + layers.detail()))
                .containsExactly(
                        "layer1.2: 7 layers",
                        "layer2.2 to layer2.3: 2 x 7 layers",
                        "layer3.2 to layer3.5: 4 x 7 layers",
                        "layer4.2: 7 layers");
        assertThat(picture.rows())
                .filteredOn(row -> row.kind() == LayerChanges.Kind.SAME)
                .hasSize(6)
                .allMatch(LayerChanges.Row::quiet);
    }

    /** ResNeXt (Xie et al. 2017) is changed in each block alike: layer3 has six, of which the first halves the size. */
    @Test
    void blocksThatWereChangedAlikeAreOneRow() {
        LayerChanges picture = drawn(network("resnet50"), network("resnext50_32x4d"));
        assertThat(picture.rows().stream()
                        .flatMap(row -> row.after().stream())
                        .filter(layers -> layers.detail().endsWith("likewise"))
                        .map(layers -> layers.label() + ": " + layers.detail()))
                .containsExactly(
                        "layer1.2.conv1 … relu3: changed likewise",
                        "layer2.2.conv1 … 3.relu3: 2 times likewise",
                        "layer3.2.conv1 … 5.relu3: 4 times likewise",
                        "layer4.2.conv1 … relu3: changed likewise");
    }

    @Test
    void aRowSaysWhatWasDecidedOnEachSide() {
        LayerChanges.Row first =
                drawn(network("alexnet"), network("vgg16")).rows().get(0);
        assertThat(first.before().orElseThrow().detail()).isEqualTo("kernel 11x11, stride 4x4, padding 2x2");
        assertThat(first.after().orElseThrow().detail()).isEqualTo("kernel 3x3, stride 1, padding 1x1");
    }

    /** torchvision prints 61,100,840 parameters of AlexNet, and 138,357,544 of VGG-16. */
    @Test
    void totalsAreDrawnAsTheyWereAndAsTheyAre() {
        BeforeAfter totals = (BeforeAfter) page("alexnet", "vgg16").pictures().get(0);
        BeforeAfter.Figure parameters = totals.figures().get(0);
        assertThat(parameters.label()).isEqualTo("parameters");
        assertThat(parameters.before().exact()).isEqualTo(61_100_840);
        assertThat(parameters.after().exact()).isEqualTo(138_357_544);
        assertThat(parameters.percent()).isEqualTo("+126.4%");
        assertThat(parameters.direction()).isEqualTo(BeforeAfter.Direction.WORSE);
        assertThat(totals.figures().stream()
                        .filter(figure -> figure.label().equals("receptive field"))
                        .map(BeforeAfter.Figure::direction))
                .containsExactly(BeforeAfter.Direction.BETTER);
    }

    @Test
    void howManyLayersAreOthersStandsFirst() {
        assertThat(page("alexnet", "vgg16").remarks().stream().map(Detail.Remark::caption))
                .containsExactly("19 layers added, 1 removed, 16 changed, 4 renamed, 1 the same");
    }

    /** A text names twenty of them and counts the others. */
    @Test
    void thePageHasARowForEachLayerThatIsAnother() {
        Document page = page("resnet50", "resnext50_32x4d");
        List<String> rows = rows(page);
        assertThat(rows).hasSize(112).doesNotHaveDuplicates().startsWith("~ layer1.0.conv1", "~ layer1.0.bn1");
        assertThat(page.cards().stream().map(Card::of)).containsExactlyElementsOf(rows);
    }

    /** AlexNet's first layer of the classifier is gone, and its second is the first now. */
    @Test
    void changesOfOneNameAreToldApart() {
        assertThat(rows(page("alexnet", "vgg16")))
                .doesNotHaveDuplicates()
                .contains("− classifier.0", "~ classifier.1 → classifier.0", "+ classifier.5");
    }

    private static List<String> rows(Document page) {
        return page.table().sections().get(0).details().stream()
                .filter(Detail.Listing.class::isInstance)
                .map(Detail.Listing.class::cast)
                .filter(listing -> listing.caption().equals("layers that are others now"))
                .flatMap(listing -> listing.table().sections().get(0).rows().stream())
                .map(row -> ((Cell.Text) row.cell(0)).text())
                .toList();
    }

    /** Who names a spec compares all its variants: above their sections stands what each of them costs now. */
    @Test
    void ofSeveralModelsEachHasItsDrawingInItsSection() {
        Document page = DiffPage.of(List.of(
                new ModelChange.Renamed(network("alexnet"), network("vgg16")),
                new ModelChange.New(network("squeezenet1_0")),
                new ModelChange.Renamed(network("resnet18"), network("resnet34"))));
        assertThat(page.pictures().stream().map(Picture::name))
                .containsExactly("multiply_adds", "parameters", "output_bytes");
        assertThat(page.table().sections().stream()
                        .map(section -> section.details().stream()
                                .filter(Detail.Drawn.class::isInstance)
                                .map(detail -> ((Detail.Drawn) detail).picture().name())
                                .toList()))
                .containsExactly(List.of("changes-1"), List.of(), List.of("changes-2"));
        String html = Written.as(Format.HTML, page);
        assertThat(html.split("id=\"picture-changes-2\"", -1)).hasSize(2);
        assertThat(html).contains("<a href=\"#section-3\">resnet18</a>", "<section id=\"section-3\">");
    }

    @Test
    void ofWhatHasNotChangedThereIsNothingToDraw() {
        Snapshot same = network("alexnet");
        Document page = DiffPage.of(List.of(new ModelChange.Kept(same, same)));
        assertThat(page.pictures()).isEmpty();
        assertThat(Written.as(Format.HTML, page)).contains("<h1 id=\"title\">no change in alexnet</h1>");
    }
}
