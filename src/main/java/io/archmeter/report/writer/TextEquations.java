package io.archmeter.report.writer;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.text.DisplayWidth;
import io.archmeter.report.text.Page;
import io.archmeter.report.text.Wrapped;
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
    private static final String INDENT = "  ";

    /** Below this an equation has less room beside its name than below it. */
    private static final int NARROWEST = 20;

    private final Table table;
    private final Page page;
    private final TextHeading heading;
    private final TextCells cells;
    private final List<Integer> shown;

    TextEquations(Table table, Page page) {
        this.table = table;
        this.page = page;
        this.heading = new TextHeading(table.heading(), page.glyphs());
        this.cells = new TextCells(page.glyphs());
        this.shown = Table.shown(table.columns(), Format.TEXT);
    }

    void write(Writer out) throws IOException {
        String before = "";
        for (Section section : table.sections()) {
            out.write(before);
            before = "\n";
            Lines.write(Wrapped.lines(heading.of(section), page), out);
            List<Row> rows = section.rowsFor(Audience.PEOPLE);
            int width = rows.stream()
                    .mapToInt(row -> DisplayWidth.of(left(row)))
                    .max()
                    .orElse(0);
            for (Row row : rows) {
                Lines.write(Wrapped.lines(equation(row, width), INDENT, indent(width), page), out);
            }
        }
    }

    /** Of lines that go on with an equation: below its right side, where there is room. */
    private String indent(int width) {
        String indent = INDENT + " ".repeat(width + " = ".length());
        return page.fits(indent.length() + NARROWEST) ? indent : INDENT.repeat(2);
    }

    private String left(Row row) {
        return cells.textOf(row.cell(shown.get(0)));
    }

    private String equation(Row row, int width) {
        String left = left(row);
        StringBuilder equation = new StringBuilder(left).append(" ".repeat(width - DisplayWidth.of(left)));
        for (int column : shown.subList(1, shown.size())) {
            equation.append(" = ").append(cells.textOf(row.cell(column)));
        }
        return equation.toString();
    }
}
