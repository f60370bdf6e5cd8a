package io.archmeter.report.writer;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.markup.Markup;
import io.archmeter.report.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * How wide the columns of a table are about, in letters: tables with the same columns, one below the other, are as wide as each other
 * then.
 */
record HtmlWidths(List<Integer> letters) {
    /** Of a letter in a table, in pixels. */
    private static final int LETTER = 8;

    /** Between two columns, in pixels. */
    private static final int GAP = 32;

    /** What a sheet of paper takes on its narrow side. */
    private static final int NARROW_SHEET = 130;

    HtmlWidths {
        letters = List.copyOf(letters);
    }

    static HtmlWidths of(Table table, List<Integer> shown, TextCells cells) {
        List<Integer> letters = new ArrayList<>();
        for (int number : shown) {
            Column column = table.columns().get(number);
            int widest = DisplayWidth.of(column.header());
            for (Section section : table.sections()) {
                for (Row row : section.rowsFor(Audience.PEOPLE)) {
                    widest = Math.max(widest, DisplayWidth.of(cells.textOf(row.cell(number))));
                }
            }
            letters.add(Math.min(widest, HtmlCell.LONGEST_LINE));
        }
        return new HtmlWidths(letters);
    }

    /** Whether they have more room across a sheet of paper. */
    boolean areLarge() {
        int gaps = 2 * letters.size();
        return gaps + letters.stream().mapToInt(Integer::intValue).sum() > NARROW_SHEET;
    }

    /** Gives them to the table that was begun last. */
    void write(Markup page) {
        int all = letters.stream().mapToInt(HtmlWidths::pixels).sum();
        page.attribute("width", all).open("colgroup");
        for (int letter : letters) {
            page.open("col").attribute("width", pixels(letter)).closeEmpty();
        }
        page.close();
    }

    private static int pixels(int letters) {
        return letters * LETTER + GAP;
    }
}
