package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.analysis.CostReport;
import io.archmeter.graph.DType;
import io.archmeter.report.document.Card;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.writer.ParsedPage;
import io.archmeter.report.writer.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyzePageTest {
    /** The columns of the page and the members of the JSON that have the same numbers. */
    private static final Map<String, String> COLUMNS = Map.of(
            "parameters", "parameters",
            "multiply-adds", "multiply_adds",
            "effective", "effective_multiply_adds",
            "output memory", "output_bytes");

    @ParameterizedTest
    @ValueSource(strings = {"alexnet", "resnet50", "googlenet", "vit_b_16", "gpt2"})
    void theRowsOfLayersAndModulesAreThoseOfTheJsonAddedUp(String name) {
        Model model = BundledModels.model(name);
        ParsedPage page = ParsedPage.of(page(model, Ranking.NONE));
        Element table = page.all("table").get(0);
        List<String> headers = ParsedPage.all(table, "th").stream()
                .map(Element::getTextContent)
                .toList();

        COLUMNS.forEach((header, member) -> {
            Map<String, Long> expected = addedUp(model, member);
            Map<String, Long> shown = new TreeMap<>();
            for (Element row : ParsedPage.all(table, "tr")) {
                if (row.hasAttribute("aria-level")) {
                    shown.put(row.getAttribute("data-of"), number(row, headers.indexOf(header)));
                }
            }
            assertThat(expected).as(header).containsAllEntriesOf(shown);
            assertThat(shown).as(header).containsKeys(layers(model).toArray(String[]::new));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"alexnet", "resnet50", "googlenet", "vit_b_16", "gpt2"})
    void soAreTheBlocksOfTheMap(String name) {
        Model model = BundledModels.model(name);
        ParsedPage page = ParsedPage.of(page(model, Ranking.NONE));
        Element map = page.all("g", "class", "map").get(0);
        List<String> figures = List.of(
                ((Element) map.getParentNode()).getAttribute("data-figures").split("\\|"));

        Map<String, Long> expected = addedUp(model, "multiply_adds");
        for (Element block : ParsedPage.all(map, "g")) {
            String path = block.getAttribute("data-of");
            String amount = block.getAttribute("data-amounts").split(" ")[figures.indexOf("multiply-adds")];
            long sum = path.equals(name) ? expected.get("") : expected.get(path);
            assertThat(Long.parseLong(amount)).as(path).isEqualTo(sum);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alexnet", "resnet50", "googlenet", "vit_b_16", "gpt2"})
    void eachRowHasACardAndEachLinkLeadsToOne(String name) {
        ParsedPage page = ParsedPage.of(page(BundledModels.model(name), Ranking.NONE));
        List<String> cards = page.all("article").stream()
                .map(card -> card.getAttribute("data-of"))
                .toList();
        List<String> rows = page.all("tr").stream()
                .filter(row -> row.hasAttribute("aria-level"))
                .map(row -> row.getAttribute("data-of"))
                .toList();

        assertThat(cards).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(rows);
        assertThat(page.all("button")).allMatch(link -> cards.contains(leadsTo(link)));
    }

    private static String leadsTo(Element link) {
        return link.hasAttribute("data-of") ? link.getAttribute("data-of") : link.getTextContent();
    }

    /** torchvision's documentation: 61,100,840 parameters; by hand 8 layers with weights; windows of 195×195 (Araujo et al. 2019). */
    @Test
    void aPageBeginsWithTheFigures() {
        Document page = page(BundledModels.model("alexnet"), Ranking.NONE);

        assertThat(page.tiles())
                .filteredOn(tile -> tile.label().equals("parameters"))
                .singleElement()
                .satisfies(tile -> assertThat(tile.below()).containsExactly("61,100,840"));
        assertThat(page.tiles())
                .filteredOn(tile -> tile.label().equals("layers"))
                .singleElement()
                .satisfies(tile -> assertThat(tile.below()).containsExactly("depth 8"));
    }

    @Test
    void whatIsNotKnownIsSaidToBeMore() {
        Model model = WrittenModel.of("""
                input: [3, 4, 4]
                layers:
                  conv: {conv: 2, kernel: 1}
                  own: {custom: something, parameters: 0, multiply_adds: unknown, saved: inputs, output: [2, 4, 4]}
                """);

        // 2·3·1·1 products at each of 16 places.
        assertThat(page(model, Ranking.NONE).tiles())
                .filteredOn(tile -> tile.label().equals("multiply-adds"))
                .singleElement()
                .satisfies(tile -> assertThat(tile.below()).startsWith("≥ 96"));
    }

    @Test
    void aRankingHasNoTree() {
        Document page = page(BundledModels.model("resnet50"), Ranking.inOrder(OptionalInt.of(3)));

        assertThat(page.table().sections().get(0).rows())
                .hasSize(4)
                .allMatch(row -> row.nested().isEmpty());
    }

    @Test
    void foldedRowsHaveCardsOfModules() {
        Model model = BundledModels.model("resnet50");
        CostReport all = model.analyze();
        Document page =
                new AnalyzePage(all, all.folded(1), facts(model), memory(model), Optional.of(1)).document(Ranking.NONE);

        assertThat(page.cards())
                .extracting(Card::of)
                .containsExactlyInAnyOrder(
                        "conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "layer3", "layer4", "avgpool", "flatten",
                        "fc");
    }

    @Test
    void aPageOfVeryManyLayersSaysWhatItLeavesOut() {
        Model model = WrittenModel.of("""
                input: [4]
                blocks:
                  unit: {layers: {a: relu, b: relu}}
                layers:
                  - {repeat: 1501, unit: }
                """);
        Document page = page(model, Ranking.NONE);

        assertThat(page.cards()).isEmpty();
        assertThat(page.remarks())
                .extracting(Detail.Remark::caption)
                .containsExactly("more than 3000 rows: none has a card to look at, and the map stops at modules;"
                        + " --depth 1 shows modules in place of layers, and a card for each");
        assertThat(Written.as(Format.HTML, page)).contains("1500.b");
    }

    @Test
    void whereNothingFoldsThemThereIsNoMap() {
        Model model = WrittenModel.of("""
                input: [4]
                layers:
                  - {repeat: 3001, layers: [relu]}
                """);
        Document page = page(model, Ranking.NONE);

        assertThat(page.pictures()).extracting(Picture::name).containsExactly("graph");
        assertThat(page.remarks())
                .extracting(Detail.Remark::caption)
                .singleElement()
                .asString()
                .endsWith("there is no map; so many lie beside each other that no --depth folds them into fewer");
    }

    /** As a spec cannot name layers, files of ONNX can. */
    @Test
    void namesAreTextsWhereverTheyStand() {
        String name = "\"><img src=x onerror=alert(1)></script><b>&lt;'";
        Model model = Network.on("hostile", name, 1, 3, 8, 8)
                .layer(name + ".a", "conv", "channels", 4, "kernel", 3)
                .layer(name + ".b", "relu")
                .model();
        ParsedPage page = ParsedPage.of(page(model, Ranking.NONE));

        assertThat(page.all("img")).isEmpty();
        assertThat(page.all("article"))
                .extracting(card -> card.getAttribute("data-of"))
                .containsExactlyInAnyOrder(name, name + ".a", name + ".b");
        assertThat(page.all("h2")).extracting(Element::getTextContent).contains(name + ".a");
        assertThat(page.all("g"))
                .extracting(block -> block.getAttribute("data-of"))
                .contains(name + ".b");
    }

    private static Document page(Model model, Ranking ranking) {
        CostReport costs = model.analyze();
        return new AnalyzePage(costs, costs, facts(model), memory(model), Optional.empty()).document(ranking);
    }

    private static io.archmeter.facts.NetworkFacts facts(Model model) {
        return model.facts(DType.FLOAT32);
    }

    private static io.archmeter.memory.MemoryPlan memory(Model model) {
        return model.memory(DType.FLOAT32, false);
    }

    private static List<String> layers(Model model) {
        return model.analyze().layers().stream().map(layer -> layer.name()).toList();
    }

    /** The sums of a member of the JSON over the layers below each path; below the empty one, of all. */
    private static Map<String, Long> addedUp(Model model, String member) {
        JsonNode json = JsonMapper.shared().readTree(Written.as(Format.JSON, Network.analyzed(model)));
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode layer : json.get("layers")) {
            String path = layer.get("layer").asString();
            long amount = layer.get(member).asLong();
            sums.merge("", amount, Long::sum);
            for (int end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1)) {
                sums.merge(path.substring(0, end), amount, Long::sum);
            }
            sums.merge(path, amount, Long::sum);
        }
        return sums;
    }

    /** @param column among all of the row, of which the first is its heading */
    private static long number(Element row, int column) {
        Element cell = ParsedPage.children(row, "td").get(column - 1);
        String exact = cell.getAttribute("data-value");
        return Long.parseLong(exact.isEmpty() ? cell.getTextContent().replace(",", "") : exact);
    }
}
