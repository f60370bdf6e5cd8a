package io.archmeter.report.document;

import java.util.List;

/** One cell for each column of its table. */
public record Row(List<Cell> cells) {
    /** A row without cells: the heading of a section that has none. */
    public static final Row NONE = new Row(List.of());

    public Row {
        cells = List.copyOf(cells);
    }

    /** A row of those cells. */
    public static Row of(Cell... cells) {
        return new Row(List.of(cells));
    }

    /**
     * The cell of a column.
     *
     * @param column its number, from 0
     * @throws IndexOutOfBoundsException where the table has no such column
     */
    public Cell cell(int column) {
        return cells.get(column);
    }
}
