package io.archmeter.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.markup.Markup;
import org.junit.jupiter.api.Test;

class HtmlOfMarkdownTest {
    private static String html(String markdown) {
        Markup page = new Markup();
        HtmlOfMarkdown.write(markdown, page);
        return page.finished();
    }

    @Test
    void textsAreEscapedAndLinksAreLinks() {
        assertThat(html("## A < B\n\nSee [the *spec*](../specs/a.yaml), **bold** and\n`code`.\n"))
                .isEqualTo("""
                <h2>A &lt; B</h2>
                <p>See <a href="../specs/a.yaml">the *spec*</a>, <strong>bold</strong> and <code>code</code>.</p>
                """);
    }

    @Test
    void pointsGoOnInLinesThatAreIndented() {
        assertThat(html("- one\n  more\n- two\n\n    code\n")).isEqualTo("""
                <ul>
                <li>one more</li>
                <li>two</li>
                </ul>
                <pre>code</pre>
                """);
    }

    @Test
    void numbersAreOnTheRightAndWhatDisagreesHasATone() {
        assertThat(html("| a | b | agrees |\n| --- | ---: | --- |\n| x | 1 | no: it | \n| y | | yes |\n"))
                .isEqualTo("""
                <div class="scroll" tabindex="0"><table>
                <thead><tr><th class="" scope="col">a</th><th class="number" scope="col">b</th><th class="" scope="col">agrees</th></tr></thead>
                <tbody>
                <tr><td class="">x</td><td class="number">1</td><td class="bad">no: it</td></tr>
                <tr><td class="">y</td><td class="number"></td><td class="good">yes</td></tr>
                </tbody>
                </table></div>
                """);
    }

    @Test
    void drawingsStandAsTheyAre() {
        assertThat(html("```text\n a\n  b\n```\n")).contains("<pre> a\n  b</pre>");
    }
}
