package io.archmeter.report.writer;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tone;
import io.archmeter.report.markup.Markup;
import java.util.List;

/** The rows of a section as a table of HTML. A number has its exact value beside its words, by which a page sorts. */
final class HtmlTable {
    private final Table table;
    private final List<Integer> shown;
    private final TextCells cells;
    private final CsvCells values = new CsvCells(false);

    HtmlTable(Table table, TextCells cells) {
        this.table = table;
        this.shown = Table.shown(table.columns(), Format.HTML);
        this.cells = cells;
    }

    void write(Section section, Markup page, ShownColumns seen) {
        seen.add(table.columns(), shown);
        page.open("div", "scroll").attribute("tabindex", "0").open("table").line();
        page.open("thead");
        writeCommonHeaders(page);
        page.open("tr");
        for (int column : shown) {
            Column header = table.columns().get(column);
            page.open("th", classOf(header))
                    .attribute("scope", "col")
                    .text(header.header())
                    .close();
        }
        page.close().close().line().open("tbody").line();
        section.rowsFor(Audience.PEOPLE).forEach(row -> writeRow(row, page));
        page.close().line();
        section.totals().ifPresent(totals -> {
            page.open("tfoot").line();
            writeRow(totals, page);
            page.close().line();
        });
        page.close().close().line();
    }

    /** What neighbours have above their headers, in a row of its own. */
    private void writeCommonHeaders(Markup page) {
        List<String> above = shown.stream()
                .map(column -> table.columns().get(column).above())
                .toList();
        if (above.stream().allMatch(String::isEmpty)) {
            return;
        }
        page.open("tr", "common");
        for (int from = 0, to = 0; from < above.size(); from = to) {
            while (to < above.size() && above.get(to).equals(above.get(from))) {
                to++;
            }
            boolean empty = above.get(from).isEmpty();
            page.open(empty ? "td" : "th").attribute("colspan", to - from);
            if (!empty) {
                page.attribute("scope", "colgroup");
            }
            page.text(above.get(from)).close();
        }
        page.close().line();
    }

    private void writeRow(Row row, Markup page) {
        page.open("tr");
        if (table.columns().get(0).kind() == Column.Kind.NAME) {
            page.attribute("data-of", values.textOf(row.cell(0)));
        }
        for (int column : shown) {
            Column header = table.columns().get(column);
            Cell cell = row.cell(column);
            String words = cells.textOf(cell);
            page.open("td", (classOf(header) + " " + classOf(Colours.toneOf(cell))).strip());
            String value = values.textOf(cell);
            if (header.kind() == Column.Kind.NUMBER && !value.equals(words)) {
                page.attribute("data-value", value);
            }
            page.text(words).close();
        }
        page.close().line();
    }

    private static String classOf(Column column) {
        return column.kind() == Column.Kind.NUMBER ? "number" : "";
    }

    static String classOf(Tone tone) {
        return switch (tone) {
            case PLAIN, DRAWN -> "";
            case PROBLEM, WORSE -> "bad";
            case WARNING -> "warn";
            case BETTER -> "good";
        };
    }
}
