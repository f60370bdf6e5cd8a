package io.archmeter.report;

import java.util.List;

/**
 * Rows that belong together, below the cells that they have in common.
 *
 * @param details what people see below the rows
 */
public record Section(Row heading, List<Row> rows, List<Detail> details) {
    public Section {
        rows = List.copyOf(rows);
        details = List.copyOf(details);
    }

    Section(Row heading, List<Row> rows) {
        this(heading, rows, List.of());
    }
}
