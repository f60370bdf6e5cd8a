package io.archmeter.report.document;

import java.util.List;

/** One cell for each column of its table. */
public record Row(List<Cell> cells) {
    public static final Row NONE = new Row(List.of());

    public Row {
        cells = List.copyOf(cells);
    }

    public static Row of(Cell... cells) {
        return new Row(List.of(cells));
    }

    public Cell cell(int column) {
        return cells.get(column);
    }
}
