package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.rows.RowFormat;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** Where rows are written as they come, so that a run that is stopped keeps what it has, and another one goes on after them. */
interface WrittenRows extends AutoCloseable {
    /**
     * What was there already.
     *
     * @param next the position after that of the last row
     * @param taken how many rows there were
     */
    record Begun(BigInteger next, long taken) {
        static final Begun NOTHING = new Begun(BigInteger.ZERO, 0);
    }

    /** Those of a name, whose ending tells how they are written. */
    static WrittenRows of(String name, Sweep sweep) {
        if (isFolder(name)) {
            return new RowsFolder(name, sweep);
        }
        RowFormat format = RowFormat.ofFile(name, sweep)
                .orElseThrow(() -> new ProblemException(Problem.at(
                        Span.of("archmeter sweep"),
                        "unknown-format",
                        "rows cannot be written to '" + name + "': its ending tells no format",
                        "let the name end in .csv, .jsonl or .parquet")));
        return new RowsFile(name, format);
    }

    /** Whether a name is that of a folder of parts. */
    static boolean isFolder(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /**
     * Begins, or goes on after the last row.
     *
     * @param resumes whether there may be rows, of this sweep
     * @param summary learns of all rows that are there
     */
    Begun open(boolean resumes, Summary summary);

    /** Appends rows; those that are no points of the space are not written. */
    void append(List<Row> rows);

    /** All rows have come. */
    void finish();

    @Override
    void close();

    /** Why nothing could be written. */
    static ProblemException unwritable(String name, IOException failed) {
        return new ProblemException(Problem.at(
                Span.of(name),
                "cannot-write",
                "the file could not be written: " + failed.getMessage(),
                "name a file in a folder that you may write to and that has room"));
    }
}
