package io.archmeter.report.writer;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.markup.Markup;
import java.util.List;

/** The totals of a document that is about one thing, in large: a tile for each number. */
final class HtmlTiles {
    private HtmlTiles() {}

    static void write(Document document, TextCells cells, Markup page) {
        Table table = document.table();
        List<Section> sections = table.sections();
        if (sections.size() != 1 || sections.get(0).totals().isEmpty() || isOfSeveral(table)) {
            return;
        }
        Row totals = sections.get(0).totals().get();
        page.open("dl", "tiles").line();
        for (int column : Table.shown(table.columns(), Format.HTML)) {
            Column shown = table.columns().get(column);
            Cell total = totals.cell(column);
            boolean told = !total.equals(Cell.EMPTY) && !(total instanceof Cell.Percent);
            if (shown.kind() == Column.Kind.NUMBER && told) {
                page.open("div")
                        .element("dt", shown.header())
                        .element("dd", cells.textOf(total))
                        .close()
                        .line();
            }
        }
        page.close().line();
    }

    /** Where models stand side by side, their totals do so too, and are better read there. */
    private static boolean isOfSeveral(Table table) {
        return table.columns().stream().anyMatch(column -> !column.above().isEmpty());
    }
}
