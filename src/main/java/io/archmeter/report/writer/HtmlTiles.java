package io.archmeter.report.writer;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tile;
import io.archmeter.report.markup.Markup;
import io.archmeter.report.text.PlainText;
import java.util.List;

/** The figures that a document begins with, or the totals of one that is about one thing, in large: a tile for each number. */
final class HtmlTiles {
    private HtmlTiles() {}

    static void write(Document document, TextCells cells, Markup page) {
        if (!document.tiles().isEmpty()) {
            writeOwn(document.tiles(), cells, page);
            return;
        }
        Table table = document.table();
        List<Section> sections = table.sections();
        if (sections.size() != 1 || sections.get(0).totals().isEmpty() || isOfSeveral(table)) {
            return;
        }
        Row totals = sections.get(0).totals().get();
        page.open("dl", "tiles").line();
        for (int column : Table.shown(table.columns(), Format.HTML)) {
            Column shown = table.columns().get(column);
            String words = cells.textOf(totals.cell(column));
            if (shown.kind() == Column.Kind.NUMBER
                    && !words.isEmpty()
                    && !(totals.cell(column) instanceof Cell.Percent)) {
                page.open("div")
                        .element("dt", shown.header())
                        .element("dd", words)
                        .close()
                        .line();
            }
        }
        page.close().line();
    }

    private static void writeOwn(List<Tile> tiles, TextCells cells, Markup page) {
        page.open("dl", "tiles").line();
        for (Tile tile : tiles) {
            page.open("div").element("dt", tile.label()).element("dd", cells.textOf(tile.value()));
            tile.below()
                    .forEach(line ->
                            page.open("dd", "below").text(PlainText.of(line)).close());
            page.close().line();
        }
        page.close().line();
    }

    /** Where models stand side by side, their totals do so too, and are better read there. */
    private static boolean isOfSeveral(Table table) {
        return table.columns().stream().anyMatch(column -> !column.above().isEmpty());
    }
}
