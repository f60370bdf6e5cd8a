package io.archmeter.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows that belong together, below the cells that they have in common.
 *
 * @param totals the row below all others; its cells may be empty
 * @param details what people see below the rows
 */
public record Section(Row heading, List<Row> rows, Optional<Row> totals, List<Detail> details) {
    /** So many rows are held, whether they are made or not. */
    private static final int MANY = 10_000;

    public Section {
        rows = rows.size() > MANY && rows instanceof MadeRows ? rows : List.copyOf(rows);
        details = List.copyOf(details);
    }

    /** Rows without totals and details. */
    public static Section of(Row heading, List<Row> rows) {
        return new Section(heading, rows, Optional.empty(), List.of());
    }

    /** The rows for an audience. */
    public List<Row> rowsFor(Audience audience) {
        List<Row> theirs = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (row.isFor(audience)) {
                theirs.add(row);
            }
        }
        return theirs;
    }

    /** The same of some columns, by their numbers. */
    Section of(List<Integer> columns) {
        return new Section(
                heading,
                rows.size() > MANY && rows instanceof MadeRows<?> made
                        ? made.mapped(row -> row.of(columns))
                        : rows.stream().map(row -> row.of(columns)).toList(),
                totals.map(row -> row.of(columns)),
                details);
    }

    /** The same with totals below its rows. */
    public Section with(Row totals) {
        return new Section(heading, rows, Optional.of(totals), details);
    }

    /** The same with details below it. */
    public Section with(List<Detail> below) {
        return new Section(heading, rows, totals, below);
    }
}
