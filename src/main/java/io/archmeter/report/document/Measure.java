package io.archmeter.report.document;

import java.util.List;
import java.util.function.Function;

/** A column, and where its cells come from. */
public record Measure<T>(Column column, Function<T, Cell> of) {
    /** The columns, in their order. */
    public static <T> List<Column> columns(List<Measure<T>> measures) {
        return measures.stream().map(Measure::column).toList();
    }

    /** The cells of one subject. */
    public static <T> Row row(List<Measure<T>> measures, T subject) {
        return new Row(
                measures.stream().map(measure -> measure.of().apply(subject)).toList());
    }

    /** A row for each subject, in their order. */
    public static <T> List<Row> rows(List<Measure<T>> measures, List<T> subjects) {
        return subjects.stream().map(subject -> row(measures, subject)).toList();
    }
}
