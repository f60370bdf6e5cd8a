package io.archmeter.report;

import java.util.List;
import java.util.Optional;

/**
 * Rows that belong together, below the cells that they have in common.
 *
 * @param totals the row below all others; its cells may be empty
 */
public record Section(Row heading, List<Row> rows, Optional<Row> totals) {
    public Section {
        rows = List.copyOf(rows);
    }

    static Section of(Row heading, List<Row> rows) {
        return new Section(heading, rows, Optional.empty());
    }

    Section with(Row totals) {
        return new Section(heading, rows, Optional.of(totals));
    }
}
