package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {
    private static final Column NAME = Column.name("name", "name");
    private static final Column COUNT = Column.number("count", "count");

    /** By which it is sorted, where its words say less. */
    @Test
    void aNumberHasItsExactValue() {
        assertThat(page(rows(Row.of(text("one"), new Cell.Count(23_296)), Row.of(text("two"), new Cell.Count(64)))))
                .contains("""
                        <tr data-of="one"><th scope="row">one</th><td class="number" data-value="23296">23.30 k</td></tr>
                        <tr data-of="two"><th scope="row">two</th><td class="number">64</td></tr>
                        """);
    }

    @Test
    void whatIsNothingIsLookedPast() {
        assertThat(page(rows(Row.of(text("none"), new Cell.Count(0))))).contains("<td class=\"number zero\">0</td>");
    }

    /** 9.8 of 100 are 4.7 of 48 pixels; 9.8 of the 12.25 of the longest are 76.8 of 96. */
    @Test
    void aPartIsDrawnBesideItsNumber() {
        assertThat(page(rows(Row.of(text("one"), new Cell.Percent(98, 1_000)))))
                .contains("<td class=\"number\"><svg class=\"bar\" width=\"48\" height=\"8\" aria-hidden=\"true\">"
                        + "<rect width=\"4\" height=\"8\"/></svg>9.8%</td>");
        Table table = Table.of(
                "rows", List.of(NAME, Column.bar("bar")), List.of(Row.of(text("one"), new Cell.Bar(980, 1_225))));
        assertThat(page(table))
                .contains("<th scope=\"col\">name</th><td></td>")
                .contains("<td class=\"drawn\"><svg class=\"bar\" width=\"96\" height=\"8\" aria-hidden=\"true\">"
                        + "<rect width=\"76\" height=\"8\"/></svg></td>");
    }

    @Test
    void whatCameOutStandsFirstAndIsSaidInWords() {
        Document document = new Document(
                "kind",
                1,
                "title",
                List.of(),
                rows(),
                List.of(),
                List.of(new Detail.Remark(Tone.PROBLEM, "it is over", List.of("remedy: less"))));

        String page = Written.as(Format.HTML, document);

        assertThat(page.substring(page.indexOf("<main"))).startsWith("""
                <main id="content" tabindex="-1">
                <div class="remark bad"><p><span class="unseen">problem: </span>it is over</p><ul>
                <li>remedy: less</li>
                </ul></div>
                """);
    }

    /** A table is called after the heading above it. */
    @Test
    void sectionsHaveLinksThatSayWhereAProblemIs() {
        Cell broken = new Cell.Toned(Tone.PROBLEM, text("broken"));
        String page = page(new Table(
                "models",
                "rows",
                Table.Layout.GRID,
                List.of(Column.name("model", "")),
                List.of(NAME),
                List.of(
                        Section.of(Row.of(text("first")), List.of(Row.of(text("kept")))),
                        Section.of(Row.of(text("second")), List.of(Row.of(broken))))));

        assertThat(page).contains("""
                <nav class="contents" aria-label="sections"><ul>
                <li><a href="#section-1">first</a></li>
                <li><a class="bad" href="#section-2">second<span class="unseen"> (with a problem)</span></a></li>
                </ul></nav>
                """).contains("""
                <section id="section-2">
                <h2 id="heading-2">second</h2>
                <div class="scroll" role="group" aria-labelledby="heading-2" tabindex="0"><table class="grid" aria-labelledby="heading-2">
                """);
    }

    @Test
    void wordsHaveTheirMeaningsBesideThem() {
        Document document = new Document(
                "kind",
                1,
                "title",
                List.of(HeaderField.below("peak", "peak", new Cell.Bytes(1_024))),
                rows(),
                List.of(Note.of("peak: the most", "peak"), Note.of("other: not there", "other"), Note.of("no word")));

        assertThat(Written.as(Format.HTML, document))
                .contains("<dl class=\"below\">\n<dt>peak</dt><dd>1.0 KiB</dd>\n</dl>")
                .contains("<dl>\n<dt>peak</dt><dd>the most</dd>\n</dl>\n<p>no word</p>")
                .doesNotContain("not there");
    }

    private static Table rows(Row... rows) {
        return Table.of("rows", List.of(NAME, COUNT), List.of(rows));
    }

    private static String page(Table table) {
        return Written.as(Format.HTML, new Document("kind", 1, "title", List.of(), table, List.of()));
    }

    private static Cell text(String text) {
        return new Cell.Text(text);
    }
}
