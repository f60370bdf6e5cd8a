package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.archmeter.Archmeter;
import io.archmeter.load.BundledModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages as a browser shows them. Where none is installed there is nothing to see. */
class PagesInBrowserTest {
    private static final int WIDE = 1600;
    private static final int NARROW = 400;

    @TempDir
    static Path temporary;

    private static Browser browser;

    @BeforeAll
    static void start() {
        assumeTrue(Browser.isInstalled(), "no browser: the packages chromium and chromium-driver are not installed");
        browser = Browser.start(temporary);
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void wide() {
        browser.shows(WIDE, false);
    }

    static List<String> lines() {
        return List.of(
                "analyze alexnet",
                "analyze googlenet --depth 1",
                "compare alexnet vgg16 googlenet resnet50",
                "compare alexnet vgg16 --by stage",
                "memory alexnet resnet18",
                "diff vgg16 vgg16_bn",
                "diff resnet18 resnet34",
                "verify lenet5",
                "explain alexnet",
                "reconcile resnet50 4.1G",
                "reconcile resnet50 fvcore 4.1G",
                "list",
                "parameters resnet18",
                "inputs resnet18",
                "conventions");
    }

    /** Both widths, both themes; pictures of them are in {@code target/screenshots}. */
    @ParameterizedTest
    @MethodSource("lines")
    void aPageOfACommandFits(String line) {
        requireFits(line.replace(' ', '-'), page(line));
    }

    @Test
    void soDoesAPageOfACheck() throws Exception {
        Path budget = Files.writeString(temporary.resolve("budget.yaml"), """
                budgets:
                  - {models: [alexnet, vgg16, resnet18], limits: {parameters: 100 M, multiply_adds: 2 G}, layers: {"*": {parameters: 30 M}}}
                """);
        requireFits(
                "check", Cli.run("check", budget.toString(), "--format", "html").out());
    }

    private static void requireFits(String name, String html) {
        for (boolean dark : List.of(false, true)) {
            for (int width : List.of(WIDE, NARROW)) {
                browser.shows(width, dark);
                BrowserPage page = browser.open(html);
                page.shoot(Path.of("target", "screenshots", name + "-" + width + (dark ? "-dark" : "") + ".png"));
                assertThat(page.overflow()).as("pixels beyond %d", width).isZero();
                assertThat(page.clipped()).isEmpty();
                assertThat(page.spilled()).isEmpty();
                requireQuiet(page);
            }
        }
    }

    private static void requireQuiet(BrowserPage page) {
        assertThat(page.console()).isEmpty();
        assertThat(page.fetched()).isZero();
    }

    /** The first variant of each family. */
    static List<String> families() {
        Map<String, String> first = new LinkedHashMap<>();
        for (BundledModel model : Archmeter.bundled()) {
            first.putIfAbsent(model.family(), model.name());
        }
        return List.copyOf(first.values());
    }

    @ParameterizedTest
    @MethodSource("families")
    void aPageOfAModelOpens(String model) {
        for (String command : List.of("analyze ", "memory ")) {
            BrowserPage page = browser.open(page(command + model));
            assertThat(page.clipped()).isEmpty();
            assertThat(page.overflow()).isZero();
            requireQuiet(page);
        }
    }

    /** A test that finds nothing has to be able to find something. */
    @Test
    void theConsoleTellsWhatThePolicyRefuses() {
        String html = page("analyze lenet5");

        assertThat(browser.open(html.replace("<main", "<main style=\"color: red\""))
                        .console())
                .singleElement()
                .asString()
                .contains("Content Security Policy");
        assertThat(browser.open(html.replace("</main>", "<script>document.title = 'forged'</script></main>"))
                        .console())
                .singleElement()
                .asString()
                .contains("Content Security Policy");
        assertThat(browser.open(html.replace("</main>", "<img src=\"https://example.org/x.png\" alt=\"\"></main>"))
                        .console())
                .singleElement()
                .asString()
                .contains("Content Security Policy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "alexnet", "vgg16", "googlenet"})
    void theNumbersOfLayersAreThoseOfTheJson(String model) {
        BrowserPage page = browser.open(page("analyze " + model));

        JsonNode layers = json("analyze " + model).get("layers");
        requireNumbers(page, "parameters", layers, "layer", "parameters");
        requireNumbers(page, "multiply-adds", layers, "layer", "multiply_adds");
        requireNumbers(page, "output memory", layers, "layer", "output_bytes");
    }

    @Test
    void theNumbersOfModelsAreThoseOfTheJson() {
        String line = "compare alexnet vgg16 googlenet resnet50";
        BrowserPage page = browser.open(page(line));

        JsonNode models = json(line).get("models");
        requireNumbers(page, "parameters", models, "model", "parameters");
        requireNumbers(page, "multiply-adds", models, "model", "multiply_adds");
        requireNumbers(page, "peak memory", models, "model", "peak_bytes");
    }

    @Test
    void theFiguresOfMemoryAreThoseOfTheJson() {
        BrowserPage page = browser.open(page("memory vgg16"));

        JsonNode figures = json("memory vgg16").get("models").get(0).get("figures");
        requireNumbers(page, "memory", figures, "definition", "bytes");
    }

    private static void requireNumbers(BrowserPage page, String header, JsonNode rows, String name, String key) {
        Map<String, Long> expected = new LinkedHashMap<>();
        rows.forEach(row -> expected.put(row.get(name).asString(), row.get(key).asLong()));
        assertThat(expected).isNotEmpty();
        assertThat(page.numbers(header)).containsAllEntriesOf(expected);
    }

    /** By the exact values, once the large ones first, once the small ones, and then as they were. */
    @Test
    void aClickOnAHeaderSorts() {
        List<String> asWritten = List.of("alexnet", "vgg16", "googlenet", "resnet50");
        BrowserPage page = browser.open(page("compare alexnet vgg16 googlenet resnet50"));
        assertThat(page.rows()).isEqualTo(asWritten);

        assertThat(page.sort("parameters").rows()).containsExactly("vgg16", "alexnet", "resnet50", "googlenet");
        assertThat(page.attribute("main th[aria-sort]", "aria-sort")).isEqualTo("descending");
        assertThat(page.sort("parameters").rows()).containsExactly("googlenet", "resnet50", "alexnet", "vgg16");
        assertThat(page.sort("parameters").rows()).isEqualTo(asWritten);
        assertThat(page.sort("model").rows()).containsExactly("alexnet", "googlenet", "resnet50", "vgg16");
    }

    @Test
    void aWordLeavesTheRowsThatHaveIt() {
        BrowserPage page = browser.open(page("conventions"));
        int all = page.rows().size();

        assertThat(page.type("main input[type=search]", "THOP").rows()).containsExactly("thop", "ultralytics_thop");
        assertThat(page.type("main input[type=search]", "thop ultra").rows()).containsExactly("ultralytics_thop");
        page.press(Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE);
        assertThat(page.type("main input[type=search]", " ").rows()).hasSize(all);
    }

    @Test
    void theKeyboardSkipsToTheContentAndSorts() {
        BrowserPage page = browser.open(page("compare alexnet vgg16 googlenet resnet50"));

        assertThat(page.press(Keys.TAB).focused()).isEqualTo("to the content");
        page.press(Keys.ENTER);
        assertThat(page.becomes("() => document.activeElement.tagName === 'MAIN'"))
                .isTrue();
        page.script("[...document.querySelectorAll('main th button')].find(b => b.textContent === 'layers').focus()");
        assertThat(page.press(Keys.ENTER).rows()).containsExactly("googlenet", "resnet50", "vgg16", "alexnet");
    }

    @Test
    void aLinkLeadsToItsSection() {
        BrowserPage page = browser.open(page("list"));
        assertThat(page.isSeen("nav a")).isFalse();

        page.click("nav summary").click("nav li:nth-child(20) a");

        assertThat(page.text("section:target h3")).startsWith(page.text("nav li:nth-child(20) a"));
        assertThat(page.becomes("""
                () => {
                    const box = document.querySelector('section:target h3').getBoundingClientRect();
                    return box.top >= 0 && box.bottom < innerHeight;
                }
                """)).isTrue();
    }

    /** A table that fits lies in the page, one that does not in a frame, which the keyboard reaches. */
    @Test
    void aTableThatIsTooWideMovesInItself() {
        String html = page("compare alexnet vgg16 googlenet resnet50");
        String fits = "return document.querySelector('main table').parentNode.matches('.fits:not([tabindex])')";
        assertThat(browser.open(html).script(fits)).isEqualTo(true);

        browser.shows(NARROW, false);
        assertThat(browser.open(html).script(fits)).isEqualTo(false);
    }

    /** The header of a long table is seen wherever one is in it. */
    @Test
    void aHeaderStaysInSight() {
        BrowserPage page = browser.open(page("parameters resnet50"));
        page.script("document.querySelectorAll('main tbody tr')[80].scrollIntoView()");

        assertThat(page.becomes("""
                () => {
                    const box = document.querySelector('main thead th').getBoundingClientRect();
                    return document.documentElement.scrollTop > 500 && box.top >= -1 && box.bottom < 60;
                }
                """)).isTrue();
    }

    private static String page(String line) {
        return answer(line, "html");
    }

    private static JsonNode json(String line) {
        return new JsonMapper().readTree(answer(line, "json"));
    }

    private static String answer(String line, String format) {
        Cli answer = Cli.run((line + " --format " + format).split(" "));
        assertThat(answer.err()).isEmpty();
        return answer.out();
    }
}
