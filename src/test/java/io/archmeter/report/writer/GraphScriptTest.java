package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.archmeter.BundledModels;
import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.GraphPicture;
import io.archmeter.report.Ranking;
import io.archmeter.report.document.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page draws when somebody opens modules is what Java draws of open ones. */
class GraphScriptTest {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");

    /** What is seen of a drawing: lines, places, sizes, colours, words, and what a pointer is told. */
    private static final List<Pattern> SEEN = Stream.of(
                    " d=\"(M[^\"]*)\"",
                    "transform=\"([^\"]*)\"",
                    "viewBox=\"([^\"]*)\"",
                    "class=\"(box [^\"]*)\"",
                    "class=\"words\"[^>]*>([^<]*)<",
                    "<title>([^<]*)<")
            .map(Pattern::compile)
            .toList();

    @TempDir
    private Path folder;

    private static String page(String model, int depth) {
        Model network = BundledModels.model(model);
        return Written.as(
                Format.HTML,
                AnalyzeDocument.of(network.analyze(), Ranking.NONE)
                        .with(
                                List.of(GraphPicture.of(network.facts(DType.FLOAT32), false, Optional.of(depth))),
                                List.of()));
    }

    /** Everything is closed at first, and opened level by level with the second button. */
    @ParameterizedTest
    @CsvSource({"resnet50, 4", "googlenet, 4", "retinanet_resnet50_fpn, 5"})
    void whatIsOpenedLooksAsIfItHadBeenOpen(String model, int depth) throws IOException, InterruptedException {
        assumeThat(BROWSER).exists();
        String clicks = "for (let level = 1; level < " + depth
                + "; level++) document.querySelectorAll('.tools button')[1].click();";
        String opened = drawing(shown(page(model, 1), clicks));
        String expected = drawing(page(model, depth));
        for (Pattern seen : SEEN) {
            assertThat(all(seen, opened)).as(seen.pattern()).isEqualTo(all(seen, expected));
        }
    }

    /**
     * The largest layer of AlexNet takes 256 · 6 · 6 = 9,216 numbers and makes 4,096: 4,096 · 9,216 + 4,096 = 37,752,832 parameters. Its
     * features have 2,469,696, which is less than a sixth.
     */
    @Test
    void whoChoosesAFigureSeesItsColours() throws IOException, InterruptedException {
        assumeThat(BROWSER).exists();
        String drawing = drawing(shown(
                page("alexnet", 2),
                "document.dispatchEvent(new CustomEvent('figure', { detail: 0 }));"
                        + "document.querySelector('[data-of=features] > .grip')"
                        + ".dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));"));
        assertThat(drawing)
                .contains(
                        ">parameters: 0 to 37.75 M, the largest box shown<",
                        "class=\"box layer heat-6\" data-of=\"classifier.1\"",
                        "class=\"box module heat-1\" data-of=\"features\"",
                        "aria-expanded=\"false\"",
                        ">2.47 M<");
    }

    /** Blocks of ResNet-50 stand in stages that are open at first. */
    @Test
    void whatStandsInAnOpenModuleIsOpenedByAClick() throws IOException, InterruptedException {
        assumeThat(BROWSER).exists();
        String click = "document.querySelector('[data-of=\"layer1.0\"] > .grip')"
                + ".dispatchEvent(new MouseEvent('click', { bubbles: true }));";
        assertThat(drawing(shown(page("resnet50", 2), click)))
                .contains("class=\"box module open\" data-of=\"layer1.0\"");
    }

    @Test
    void whatIsOpenAtFirstIsFoldedByAButton() throws IOException, InterruptedException {
        assumeThat(BROWSER).exists();
        String folded = drawing(shown(page("resnet50", 3), "document.querySelector('.tools button').click();"));
        assertThat(folded).containsPattern("class=\"box module heat-\\d\" data-of=\"layer1\"");
        Pattern size = Pattern.compile("viewBox=\"([^\"]*)\"");
        assertThat(all(size, folded)).isEqualTo(all(size, drawing(page("resnet50", 1))));
    }

    private static String drawing(String page) {
        int begin = page.indexOf("<svg class=\"picture graph\"");
        return page.substring(begin, page.indexOf("</svg>", begin));
    }

    private static List<String> all(Pattern pattern, String drawing) {
        Stream<String> found = pattern.matcher(drawing).results().map(match -> match.group(1));
        return found.sorted().toList();
    }

    /** The page after its scripts and one more have run, as the browser would write it; its own policy would let no other run. */
    private String shown(String page, String script) throws IOException, InterruptedException {
        Path file = folder.resolve("page.html");
        Files.writeString(
                file,
                page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                        .replace("</body>", "<script>" + script + "</script></body>"));
        Process browser = new ProcessBuilder(
                        BROWSER.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--dump-dom",
                        file.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String shown = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(browser.waitFor()).isZero();
        return shown;
    }
}
