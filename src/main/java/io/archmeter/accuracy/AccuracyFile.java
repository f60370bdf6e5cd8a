package io.archmeter.accuracy;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.source.FilePath;
import io.archmeter.source.TextFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Accuracies in a file of comma-separated values (RFC 4180): a header with {@code model} and {@code accuracy} among its columns, then a line for
 * each model. Other columns are for who reads the file.
 */
public final class AccuracyFile {
    private static final String MODEL = "model";
    private static final String ACCURACY = "accuracy";

    private final TextFile file;
    private final Problems problems = new Problems();
    private final Map<String, Accuracy> byModel = new LinkedHashMap<>();

    private AccuracyFile(TextFile file) {
        this.file = file;
    }

    /**
     * Reads the file of a name.
     *
     * @throws ProblemException where there is none, or with all that is wrong with it
     */
    public static Accuracies read(String name) {
        return read(file(name), name);
    }

    /** The text of the file of a name. */
    public static TextFile file(String name) {
        return TextFile.read(FilePath.of(name, "give the path of a file with accuracies"), name, TextFile.Format.CSV);
    }

    /**
     * Reads a file.
     *
     * @param source what is said of where the figures are from
     * @throws ProblemException with all that is wrong with it
     */
    public static Accuracies read(TextFile file, String source) {
        AccuracyFile reader = new AccuracyFile(file);
        reader.read();
        reader.problems.throwIfAny();
        return new Accuracies(source, reader.byModel);
    }

    private void read() {
        List<CsvRow> rows = CsvRow.of(file);
        CsvRow header = rows.get(0);
        int model = column(header, MODEL);
        int accuracy = column(header, ACCURACY);
        problems.throwIfAny();
        for (CsvRow row : rows.subList(1, rows.size())) {
            if (row.cells().size() <= Math.max(model, accuracy)) {
                problems.add(
                        row.place(),
                        "missing-cell",
                        "the line has " + row.cells().size() + " of the "
                                + header.cells().size() + " cells of the header",
                        "write a cell for each column, with commas between");
            } else {
                read(row.cells().get(model), row.cells().get(accuracy));
            }
        }
    }

    private int column(CsvRow header, String name) {
        List<String> names = header.cells().stream().map(CsvRow.Cell::text).toList();
        int column = names.indexOf(name);
        if (column < 0) {
            problems.add(
                    header.place(),
                    "missing-column",
                    "there is no column '" + name + "'",
                    Nearest.to(name, names)
                            .map(nearest -> "call '" + nearest + "' so")
                            .orElse("begin the file with the line 'model,accuracy'"));
        }
        return column;
    }

    private void read(CsvRow.Cell model, CsvRow.Cell accuracy) {
        if (accuracy.text().isEmpty()) {
            return;
        }
        Accuracy.parse(accuracy.text())
                .ifPresentOrElse(
                        known -> add(model, known),
                        () -> problems.add(
                                accuracy.place(),
                                "bad-accuracy",
                                "'" + accuracy.text() + "' is no percentage",
                                "write a number from 0 to 100, e.g. 76.13"));
    }

    private void add(CsvRow.Cell model, Accuracy known) {
        if (byModel.putIfAbsent(model.text(), known) != null) {
            problems.add(
                    model.place(),
                    "duplicate-name",
                    "'" + model.text() + "' stands here a second time",
                    "leave one of the two lines out");
        }
    }
}
