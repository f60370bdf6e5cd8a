package io.archmeter.report.writer;

import io.archmeter.report.document.Column;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.text.Glyphs;
import java.util.List;

/** The line above a section: what its rows have in common, each cell after the header of its column. */
final class TextHeading {
    private final List<Column> columns;
    private final List<Integer> shown;
    private final TextCells cells;
    private final Glyphs glyphs;

    TextHeading(List<Column> columns, Glyphs glyphs) {
        this.columns = columns;
        this.shown = Table.shown(columns, Format.TEXT);
        this.cells = new TextCells(glyphs);
        this.glyphs = glyphs;
    }

    String of(Section section) {
        StringBuilder line = new StringBuilder();
        for (int column : shown) {
            String cell = cells.textOf(section.heading().cell(column));
            if (!cell.isEmpty()) {
                String header = glyphs.translate(columns.get(column).header());
                line.append(line.isEmpty() ? "" : header.isEmpty() ? "  " : " " + header + " ");
                line.append(cell);
            }
        }
        return line.toString();
    }
}
