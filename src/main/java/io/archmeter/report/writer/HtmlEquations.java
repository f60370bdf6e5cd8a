package io.archmeter.report.writer;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.markup.Markup;
import java.util.ArrayList;
import java.util.List;

/** Rows of equations as terms and what they are equal to; the last of several is the result. */
final class HtmlEquations {
    private final Table table;
    private final TextCells cells;
    private final List<Integer> shown;

    HtmlEquations(Table table, TextCells cells) {
        this.table = table;
        this.cells = cells;
        this.shown = Table.shown(table.columns(), Format.HTML);
    }

    void write(Section section, Markup page) {
        List<Row> rows = section.rowsFor(Audience.PEOPLE);
        if (rows.isEmpty()) {
            return;
        }
        page.open("dl", "equations");
        for (Row row : rows) {
            page.element("dt", cells.textOf(row.cell(shown.get(0)))).open("dd");
            List<String> sides = sides(row);
            for (int side = 0; side < sides.size(); side++) {
                page.text(side == 0 ? "" : " = ");
                if (side > 0 && side == sides.size() - 1) {
                    page.element("b", sides.get(side));
                } else {
                    page.text(sides.get(side));
                }
            }
            page.close();
        }
        page.close();
    }

    private List<String> sides(Row row) {
        List<String> sides = new ArrayList<>();
        for (int column : shown.subList(1, shown.size())) {
            Cell cell = row.cell(column);
            String side = cells.textOf(cell);
            // What is a number already is no equation.
            if (!side.isEmpty() && !sides.contains(side)) {
                sides.add(side);
            }
        }
        return sides;
    }
}
