package io.archmeter.report;

import java.util.List;

/** One cell for each column of its table. */
public record Row(List<Cell> cells) {
    static final Row NONE = new Row(List.of());

    public Row {
        cells = List.copyOf(cells);
    }

    static Row of(Cell... cells) {
        return new Row(List.of(cells));
    }

    Cell cell(int column) {
        return cells.get(column);
    }
}
