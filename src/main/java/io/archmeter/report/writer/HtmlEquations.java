package io.archmeter.report.writer;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.markup.Markup;
import java.util.List;

/** Equations of a section, the first signs of equality below each other, and the results below each other too. */
final class HtmlEquations {
    private HtmlEquations() {}

    static void write(Table table, Section section, TextCells cells, Markup page) {
        List<Integer> shown = Table.shown(table.columns(), Format.HTML);
        page.open("div", "scroll")
                .attribute("tabindex", "0")
                .open("table", "equations")
                .line();
        page.open("tbody").line();
        for (Row row : section.rowsFor(Audience.PEOPLE)) {
            page.open("tr");
            page.open("th")
                    .attribute("scope", "row")
                    .text(cells.textOf(row.cell(shown.get(0))))
                    .close();
            for (int column : shown.subList(1, shown.size())) {
                boolean number = table.columns().get(column).kind() == Column.Kind.NUMBER;
                page.open("td", number ? "number" : "side")
                        .text("= " + cells.textOf(row.cell(column)))
                        .close();
            }
            page.close().line();
        }
        page.close().close().close().line();
    }
}
