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
import io.archmeter.report.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of a section as a table of HTML. A number has its exact value beside its words, by which a page sorts. */
final class HtmlTable {
    private final Table table;
    private final List<Integer> shown;
    private final TextCells cells;
    private final HtmlCell cell;

    /** A total is all of it, and has no bar. */
    private final HtmlCell total;

    private final HtmlWidths widths;

    HtmlTable(Table table, TextCells cells) {
        this.table = table;
        this.shown = Table.shown(table.columns(), Format.HTML);
        this.cells = cells;
        this.cell = new HtmlCell(cells, shown.stream().noneMatch(this::isBar));
        this.total = new HtmlCell(cells, false);
        this.widths = HtmlWidths.of(table, shown, cells);
    }

    private boolean isBar(int column) {
        return table.columns().get(column).kind() == Column.Kind.BAR;
    }

    /** @param name of the heading that says what the table is */
    void write(Section section, String name, Markup page, ShownColumns seen) {
        seen.add(table.columns(), shown);
        page.open("div", widths.areLarge() ? "scroll large" : "scroll")
                .attribute("role", "group")
                .attribute("aria-labelledby", name)
                .attribute("tabindex", "0");
        page.open("table", table.layout().name().toLowerCase(Locale.ROOT)).attribute("aria-labelledby", name);
        if (table.layout() == Table.Layout.GROUPS) {
            widths.write(page);
        }
        page.line();
        writeHeaders(page);
        page.open("tbody").line();
        section.rowsFor(Audience.PEOPLE).forEach(row -> writeRow(row, cell, section.totals(), page));
        page.close().line();
        section.totals().ifPresent(totals -> {
            page.open("tfoot").line();
            writeRow(totals, total, Optional.empty(), page);
            page.close().line();
        });
        page.close().close().line();
    }

    private void writeHeaders(Markup page) {
        page.open("thead");
        writeCommonHeaders(page);
        page.open("tr");
        for (int column : shown) {
            Column header = table.columns().get(column);
            if (isBar(column)) {
                page.open("td").close();
                continue;
            }
            page.open("th").attribute("scope", "col");
            if (header.kind() == Column.Kind.NUMBER) {
                page.attribute("class", "number");
            }
            if (header.header().isEmpty()) {
                page.open("span", "unseen").text(header.key()).close();
            }
            page.text(header.header()).close();
        }
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

    /** @param whole of what the numbers of a row in a tree are parts */
    private void writeRow(Row row, HtmlCell written, Optional<Row> whole, Markup page) {
        page.open("tr");
        if (table.columns().get(0).kind() == Column.Kind.NAME) {
            page.attribute("data-of", nameOf(row));
        }
        row.nested().ifPresent(nested -> page.attribute("aria-level", nested.level()));
        boolean first = true;
        for (int column : shown) {
            Column.Kind kind = table.columns().get(column).kind();
            if (row.nested().isEmpty()) {
                written.write(kind, first, row.cell(column), page);
            } else if (first) {
                written.write(kind, true, new Cell.Text(row.nested().get().label()), page);
            } else {
                Cell all = whole.map(totals -> totals.cell(column)).orElse(Cell.EMPTY);
                written.writePart(kind, row.cell(column), all, page);
            }
            first = false;
        }
        page.close().line();
    }

    /** What a row is called, as its card is, and the same in pictures. */
    static String nameOf(Row row) {
        Cell name = row.cell(0);
        return name instanceof Cell.Text text ? PlainText.of(text.text()) : new CsvCells(false).textOf(name);
    }

    static String classOf(Tone tone) {
        return switch (tone) {
            case PLAIN, DRAWN -> "";
            case PROBLEM, WORSE -> "bad";
            case WARNING -> "warn";
            case BETTER -> "good";
            case ADDED -> "kind added";
            case REMOVED -> "kind removed";
            case CHANGED -> "kind changed";
        };
    }
}
