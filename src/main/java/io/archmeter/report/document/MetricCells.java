package io.archmeter.report.document;

import io.archmeter.metric.Metric;
import java.util.OptionalLong;

/** Columns and values of metrics, by their units. */
public final class MetricCells {
    private MetricCells() {}

    /** Its column, for everybody. */
    public static Column column(Metric metric) {
        return Column.number(metric.toString(), metric.header());
    }

    /** Empty where it is not known. */
    public static Cell of(Metric metric, OptionalLong value) {
        if (value.isEmpty()) {
            return Cell.EMPTY;
        }
        return switch (metric.unit()) {
            case COUNT -> new Cell.Count(value.getAsLong());
            case BYTES -> new Cell.Bytes(value.getAsLong());
        };
    }

    /** By how much it is larger; empty where that is not known. */
    public static Cell change(Metric metric, OptionalLong change) {
        if (change.isEmpty()) {
            return Cell.EMPTY;
        }
        return toned(
                metric,
                change.getAsLong(),
                switch (metric.unit()) {
                    case COUNT -> new Cell.CountChange(change.getAsLong());
                    case BYTES -> new Cell.BytesChange(change.getAsLong());
                });
    }

    /** A cell that says by how much a metric is larger, and whether that is worse. */
    public static Cell toned(Metric metric, long change, Cell cell) {
        if (change == 0 || cell.equals(Cell.EMPTY)) {
            return cell;
        }
        return new Cell.Toned(change > 0 == metric.moreIsBetter() ? Tone.BETTER : Tone.WORSE, cell);
    }
}
