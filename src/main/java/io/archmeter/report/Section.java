package io.archmeter.report;

import java.util.List;

/** Rows that belong together, below the cells that they have in common. */
public record Section(Row heading, List<Row> rows) {
    public Section {
        rows = List.copyOf(rows);
    }
}
