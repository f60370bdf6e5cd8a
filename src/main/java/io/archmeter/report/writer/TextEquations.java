package io.archmeter.report.writer;

import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.text.DisplayWidth;
import io.archmeter.report.text.Glyphs;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Sections of equations, the first signs of equality of a section below each other:
 *
 * <pre>
 * conv1  conv  1×3×224×224  → 1×64×55×55
 *   output height = ⌊(224 + 2·2 − 11) / 4⌋ + 1 = 55
 *   parameters    = 64·3·11·11 + 64 = 23,296
 * </pre>
 */
final class TextEquations {
    private final Table table;
    private final TextHeading heading;
    private final TextCells cells;
    private final List<Integer> shown;

    TextEquations(Table table, Glyphs glyphs) {
        this.table = table;
        this.heading = new TextHeading(table.heading(), glyphs);
        this.cells = new TextCells(glyphs);
        this.shown = Table.shown(table.columns(), Format.TEXT);
    }

    void write(Writer out) throws IOException {
        String before = "";
        for (Section section : table.sections()) {
            out.write(before);
            before = "\n";
            out.write(heading.of(section));
            out.write('\n');
            int width = section.rows(Format.TEXT).stream()
                    .mapToInt(row -> DisplayWidth.of(left(row)))
                    .max()
                    .orElse(0);
            for (Row row : section.rows(Format.TEXT)) {
                out.write(equation(row, width));
                out.write('\n');
            }
        }
    }

    private String left(Row row) {
        return cells.textOf(row.cell(shown.get(0)));
    }

    private String equation(Row row, int width) {
        String left = left(row);
        StringBuilder equation = new StringBuilder("  ").append(left).append(" ".repeat(width - DisplayWidth.of(left)));
        for (int column : shown.subList(1, shown.size())) {
            equation.append(" = ").append(cells.textOf(row.cell(column)));
        }
        return equation.toString();
    }
}
