package io.archmeter.sweep.rows;

import io.archmeter.sweep.Row;
import io.archmeter.sweep.Sweep;
import java.util.Locale;
import java.util.Optional;

/** How rows are written, a line for each, and read again. A line ends where a line of text ends, whatever a row holds. */
public interface RowFormat {
    /** The line before all rows; empty where there is none. */
    Optional<String> header();

    /** A row that is not excluded, as a line without its end. */
    String line(Row row);

    /** The row that a line is; empty where it is none of this sweep. */
    Optional<Row> row(String line);

    /** The format that the ending of a file's name tells: {@code .csv} or {@code .jsonl}. */
    static Optional<RowFormat> ofFile(String name, Sweep sweep) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.endsWith(".csv")) {
            return Optional.of(new CsvRows(sweep));
        }
        return small.endsWith(".jsonl") ? Optional.of(new JsonRows(sweep)) : Optional.empty();
    }
}
