package io.archmeter.report.writer;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Row;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The cells of rows as texts. A grid asks for them twice, for its widths and to write them, and a text is made once where rows are few. */
final class RowTexts {
    /** So many rows are remembered. */
    private static final int FEW = 1_000;

    private final TextCells cells;
    private final List<Integer> columns;
    private final Map<Row, String[]> known = new IdentityHashMap<>();
    private final Map<Cell, String> ofCells = new IdentityHashMap<>();

    /** @param columns those that are asked for */
    RowTexts(TextCells cells, List<Integer> columns) {
        this.cells = cells;
        this.columns = columns;
    }

    /** By the number of the column. */
    String[] of(Row row) {
        String[] texts = known.get(row);
        if (texts == null) {
            texts = new String[row.cells().size()];
            for (int column : columns) {
                texts[column] = textOf(row.cell(column));
            }
            if (known.size() < FEW) {
                known.put(row, texts);
            }
        }
        return texts;
    }

    /** Layers that are alike share cells. */
    private String textOf(Cell cell) {
        if (known.size() >= FEW) {
            return cells.textOf(cell);
        }
        String text = ofCells.get(cell);
        if (text == null) {
            text = cells.textOf(cell);
            ofCells.put(cell, text);
        }
        return text;
    }
}
