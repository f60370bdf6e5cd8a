package io.archmeter.report.workbook;

import java.util.List;

/**
 * One sheet: a header, rows, and perhaps totals.
 *
 * @param frozen how many columns on the left stay where they are
 * @param ofParagraphs whether its texts have several lines, and nobody sorts them
 * @param rowCount how many rows there are
 * @param rows each with a cell for every column; they are asked for once, so that they need not be there all at one time
 * @param totals a cell for every column; empty where there are none
 */
public record Sheet(
        String name,
        List<SheetColumn> columns,
        int frozen,
        boolean ofParagraphs,
        int rowCount,
        Iterable<List<SheetCell>> rows,
        List<SheetCell> totals) {
    /** What a spreadsheet has room for, the header and the totals included. */
    public static final int MOST_ROWS = 1_048_576;

    public Sheet {
        columns = List.copyOf(columns);
        totals = List.copyOf(totals);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a sheet without columns: " + name);
        }
        if (rowCount > MOST_ROWS - 2) {
            throw new IllegalArgumentException("too many rows for a sheet: " + rowCount);
        }
        if (!totals.isEmpty() && totals.size() != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " columns with " + totals.size() + " totals");
        }
    }
}
