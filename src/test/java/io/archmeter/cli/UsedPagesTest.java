package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages of AlexNet and LeNet-5, and what somebody does with them. The 61,100,840 parameters of AlexNet, as torchvision prints them, are
 * 2,469,696 of its features and 58,631,144 of its classifier.
 */
class UsedPagesTest {
    private static final String CARD = ".card.shown h2";

    @TempDir
    static Path temporary;

    private static Browser browser;
    private static String alexnet;
    private BrowserPage page;

    @BeforeAll
    static void start() {
        assumeTrue(Browser.isInstalled(), "no browser: the packages chromium and chromium-driver are not installed");
        browser = Browser.start(temporary);
        browser.shows(1600, false);
        alexnet = answer("analyze alexnet", "html");
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        assertThat(page.console()).isEmpty();
        assertThat(page.overflow()).isZero();
    }

    private BrowserPage open(String html) {
        page = browser.open(html);
        return page;
    }

    @Test
    void aModuleOfTheGraphClosesAndOpensByClickAndByKey() {
        String grip = ".graph [data-of=features] > .grip";
        String within = ".graph [data-of='features.0']";
        open(alexnet);
        assertThat(page.isSeen(within)).isTrue();

        page.click(grip);
        assertThat(page.isSeen(within)).isFalse();
        assertThat(page.attribute(grip, "aria-expanded")).isEqualTo("false");
        assertThat(page.isSeen(CARD)).isFalse();

        page.focus(grip).press(Keys.ENTER);
        assertThat(page.isSeen(within)).isTrue();
        assertThat(page.attribute(grip, "aria-expanded")).isEqualTo("true");
        assertThat(page.press(Keys.SPACE).isSeen(within)).isFalse();
    }

    /** features.0 takes the input, and gives what it makes to features.1. */
    @Test
    void aBoxThatIsPointedAtLightsItsLines() {
        open(alexnet).hover(".graph [data-of='features.1'] > .face");
        assertThat(page.count(".graph .edge.lit")).isEqualTo(2);
        assertThat(page.count(".graph [data-of=features] .edge.lit")).isEqualTo(2);

        assertThat(page.hover("h1").count(".graph .edge.lit")).isZero();
    }

    /** Most multiply-adds are those of features.3, 192·64·5·5·27·27 = 223,948,800; most parameters those of classifier.1. */
    @Test
    void aFigureColoursTheGraphAndWidensTheMap() {
        open(alexnet);
        assertThat(classes("features.3")).contains("heat-6");
        assertThat(classes("classifier.1")).doesNotContain("heat-6");

        page.choose(".figure-choice select", "parameters");
        assertThat(classes("features.3")).contains("heat-1");
        assertThat(classes("classifier.1")).contains("heat-6");
        assertThat(width("features") / width("alexnet")).isCloseTo(2_469_696.0 / 61_100_840, within(0.001));
        assertThat(width("classifier") / width("alexnet")).isCloseTo(58_631_144.0 / 61_100_840, within(0.001));
    }

    private List<String> classes(String layer) {
        return List.of(
                page.attribute(".graph [data-of='" + layer + "']", "class").split(" "));
    }

    private double width(String module) {
        return Double.parseDouble(page.attribute(".map [data-of=" + module + "] > rect", "width"));
    }

    /** features.0 has 64·3·11·11·55·55 = 70,276,800 of the 655,566,528 multiply-adds of the features. */
    @Test
    void aClickGoesIntoAModuleOfTheMap() {
        open(alexnet).click(".map [data-of=features] > rect");
        assertThat(page.text(".where")).startsWith("features 13 layers");
        assertThat(width("features")).isEqualTo(width("alexnet"));
        assertThat(width("'features.0'") / width("features")).isCloseTo(70_276_800.0 / 655_566_528, within(0.001));
        assertThat(page.isSeen(".map [data-of=classifier] > rect")).isFalse();

        page.click(".where button");
        assertThat(page.isSeen(".map [data-of=classifier] > rect")).isTrue();
    }

    /** Its features have 13 layers, and its classifier 7; with the two, and the two between them, it has 24 rows. */
    @Test
    void theTreeOfLayersFoldsAndUnfolds() {
        assertThat(open(alexnet).rows()).hasSize(24);

        page.click("tr[data-of=features] .fold");
        assertThat(page.rows()).startsWith("features", "avgpool").hasSize(11);
        page.focus("tr[data-of=features]").press(Keys.ARROW_RIGHT);
        assertThat(page.rows()).startsWith("features", "0").hasSize(24);
        page.press(Keys.ARROW_DOWN);
        assertThat(page.focusedLayer()).isEqualTo("features.0");
        page.press(Keys.ARROW_LEFT);
        assertThat(page.focusedLayer()).isEqualTo("features");
        page.press(Keys.ARROW_LEFT);
        assertThat(page.rows()).hasSize(11);

        page.click(".levels button:first-child");
        assertThat(page.rows()).containsExactly("features", "avgpool", "flatten", "classifier");
        page.click(".levels button:last-child");
        assertThat(page.rows()).hasSize(24);
    }

    /** By PyTorch, 0, 3, 6, 8 and 10 of the features have 23,296, 307,392, 663,936, 884,992 and 590,080 parameters. */
    @Test
    void aTreeIsSortedWithinItsModules() {
        assertThat(open(alexnet).sort("parameters").rows())
                .containsExactly(
                        "classifier 1 4 6 0 2 3 5 features 8 6 10 3 0 1 2 4 5 7 9 11 12 avgpool flatten".split(" "));
    }

    @Test
    void whatIsFoundInATreeStandsInItsModules() {
        assertThat(open(alexnet).type("main input[type=search]", "conv 11×11").rows())
                .containsExactly("features", "0");
    }

    @Test
    void aRowOpensItsCardAndEscapeGoesBack() {
        open(alexnet).click("tr[data-of='classifier.1'] td");
        assertThat(page.text(CARD)).isEqualTo("classifier.1");
        assertThat(page.focused()).isEqualTo("close");
        assertThat(page.script("return location.hash")).isEqualTo("#classifier.1");

        page.press(Keys.ESCAPE);
        assertThat(page.isSeen(".panel")).isFalse();
        assertThat(page.focusedLayer()).isEqualTo("classifier.1");

        page.press(Keys.ARROW_UP, Keys.ENTER);
        assertThat(page.text(CARD)).isEqualTo("classifier.0");
        page.press(Keys.ENTER);
        assertThat(page.isSeen(".panel")).isFalse();
        assertThat(page.focusedLayer()).isEqualTo("classifier.0");
    }

    @Test
    void aBoxOpensTheSameCard() {
        open(alexnet).click(".graph [data-of='classifier.1'] > .face");
        assertThat(page.text(CARD)).isEqualTo("classifier.1");
        assertThat(page.attribute("tr[data-of='classifier.1']", "aria-selected"))
                .isEqualTo("true");

        page.press(Keys.ESCAPE);
        assertThat(page.focusedLayer()).isEqualTo("classifier.1");
    }

    @Test
    void theAddressNamesACard() {
        page = browser.open(alexnet, "#features.3");
        assertThat(page.text(CARD)).isEqualTo("features.3");
        assertThat(page.attribute("tr[aria-selected]", "data-of")).isEqualTo("features.3");

        page = browser.open(alexnet, "#features.99");
        assertThat(page.isSeen(".panel")).isFalse();
    }

    @Test
    void tilesAndCardsHaveTheNumbersOfTheJson() {
        JsonNode json = json("analyze alexnet");
        Map<String, Long> tiles = open(alexnet).tiles();

        assertThat(tiles)
                .containsEntry("parameters", sum(json, "parameters"))
                .containsEntry("multiply-adds", sum(json, "multiply_adds"))
                .containsEntry(
                        "weight memory", json.get("memory").get("weights").asLong())
                .containsEntry("peak memory", json.get("peak").get("bytes").asLong())
                .containsEntry("arena", json.get("arena_bytes").asLong());
        for (JsonNode layer : json.get("layers")) {
            Map<String, Long> card = page.card(layer.get("layer").asString());
            assertThat(card.getOrDefault("parameters", 0L))
                    .isEqualTo(layer.get("parameters").asLong());
            assertThat(card.getOrDefault("multiply-adds", 0L))
                    .isEqualTo(layer.get("multiply_adds").asLong());
            assertThat(card)
                    .containsEntry("output bytes", layer.get("output_bytes").asLong());
        }
    }

    private static long sum(JsonNode json, String key) {
        return rows(json).mapToLong(layer -> layer.get(key).asLong()).sum();
    }

    private static Stream<JsonNode> rows(JsonNode json) {
        return StreamSupport.stream(json.get("layers").spliterator(), false);
    }

    /** LeNet-5 holds 58,848 bytes at its fullest step, 57.5 KiB; its input of 32·32 numbers are 4,096, 4.0 KiB. */
    @Test
    void arrowsGoFromStepToStepOfAPictureOfMemory() {
        JsonNode held =
                json("memory lenet5").get("models").get(0).get("live_bytes").get("inference");
        open(answer("memory lenet5", "html")).focus(".readout");
        assertThat(page.text(".readout")).startsWith("step 14, c3.see_four.shuffle (channelshuffle): 57.5 KiB ");
        assertThat(held.get(14).asLong()).isEqualTo(58_848);

        page.press(Keys.ARROW_RIGHT);
        assertThat(held.get(15).asLong()).isEqualTo(42_432); // 41.4375 KiB
        assertThat(page.text(".readout")).startsWith("step 15, c3.see_four.conv (conv): 41.4 KiB ");
        page.press(Keys.HOME, Keys.ARROW_LEFT);
        assertThat(page.text(".readout")).startsWith("step 0, input: 4.0 KiB ");
        assertThat(page.attribute(".crosshair", "visibility")).isEqualTo("visible");
    }

    @Test
    void changesOfAKindAreLeftOut() {
        open(answer("diff alexnet vgg16", "html"));
        long added = page.count("td.kind.added");
        int all = page.rows().size();
        assertThat(added).isPositive();
        assertThat(page.text(".kinds label")).isEqualTo("+ " + added + " added");

        page.click(".kinds input");
        assertThat(page.isSeen("td.kind.added")).isFalse();
        assertThat(page.isSeen("td.kind.removed")).isTrue();
        assertThat(page.rows()).hasSize(Math.toIntExact(all - added));
        page.click(".kinds input");
        assertThat(page.rows()).hasSize(all);
    }

    private static JsonNode json(String line) {
        return new JsonMapper().readTree(answer(line, "json"));
    }

    private static String answer(String line, String format) {
        return Cli.run((line + " --format " + format).split(" ")).out();
    }
}
