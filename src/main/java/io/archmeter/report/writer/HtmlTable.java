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
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of a section as a table of HTML. A number has its exact value beside its words, by which a page sorts. */
final class HtmlTable {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]+");

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
        page.open("thead").open("tr");
        for (int column : shown) {
            Column header = table.columns().get(column);
            page.open("th", classOf(header))
                    .attribute("scope", "col")
                    .text(header.header())
                    .close();
        }
        page.close().close().line().open("tbody").line();
        section.rowsFor(Audience.PEOPLE).forEach(row -> writeRow(row, section.totals(), page));
        page.close().line();
        section.totals().ifPresent(totals -> {
            page.open("tfoot").line();
            writeRow(totals, Optional.empty(), page);
            page.close().line();
        });
        page.close().close().line();
    }

    private void writeRow(Row row, Optional<Row> totals, Markup page) {
        page.open("tr");
        if (table.columns().get(0).kind() == Column.Kind.NAME) {
            page.attribute("data-of", nameOf(row));
        }
        row.nested().ifPresent(nested -> page.attribute("aria-level", nested.level()));
        for (int column : shown) {
            Column header = table.columns().get(column);
            Cell cell = row.cell(column);
            String words = column == 0 && row.nested().isPresent()
                    ? HtmlText.of(row.nested().get().label())
                    : cells.textOf(cell);
            page.open("td");
            String classes = (classOf(header) + " " + classOf(Colours.toneOf(cell))).strip();
            if (!classes.isEmpty()) {
                page.attribute("class", classes);
            }
            String value = values.textOf(cell);
            if (header.kind() == Column.Kind.NUMBER && !value.equals(words)) {
                page.attribute("data-value", value);
            }
            if (row.nested().isPresent() && totals.isPresent()) {
                writePart(value, values.textOf(totals.get().cell(column)), page);
            }
            page.text(words).close();
        }
        page.close().line();
    }

    /** How much of the whole a number is, in tenths of a percent, rounded down, from 1% on: a script draws it behind the number. */
    private static void writePart(String part, String whole, Markup page) {
        if (WHOLE_NUMBER.matcher(part).matches() && WHOLE_NUMBER.matcher(whole).matches() && !whole.equals("0")) {
            BigInteger tenths =
                    new BigInteger(part).multiply(BigInteger.valueOf(1000)).divide(new BigInteger(whole));
            if (tenths.compareTo(BigInteger.TEN) >= 0) {
                page.attribute("data-part", tenths.toString());
            }
        }
    }

    /** What a row is called, as its card is, and the same in pictures. */
    static String nameOf(Row row) {
        Cell name = row.cell(0);
        return name instanceof Cell.Text text ? HtmlText.of(text.text()) : new CsvCells(false).textOf(name);
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
