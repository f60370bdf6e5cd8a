package io.archmeter.report.document;

import io.archmeter.facts.Amount;
import io.archmeter.metric.Metric;
import java.util.Optional;
import java.util.OptionalLong;

/** Columns and values of metrics, by their units. */
public final class MetricCells {
    private MetricCells() {}

    /** Its column, for everybody. */
    public static Column column(Metric metric) {
        return metric.together() == Metric.Together.SUM
                ? Column.summed(metric.toString(), metric.header())
                : Column.number(metric.toString(), metric.header());
    }

    /** Empty where there is no such thing. */
    public static Cell of(Metric metric, Optional<Amount> amount) {
        return amount.map(some -> of(metric, some)).orElse(Cell.EMPTY);
    }

    private static Cell of(Metric metric, Amount amount) {
        return switch (metric.unit()) {
            case COUNT -> count(amount);
            case BYTES -> bytes(amount);
        };
    }

    /** A count of which a part may not be known. */
    public static Cell count(Amount amount) {
        return known(amount, new Cell.Count(amount.atLeast()));
    }

    /** A number of bytes of which a part may not be known. */
    public static Cell bytes(Amount amount) {
        return known(amount, new Cell.Bytes(amount.atLeast()));
    }

    /** A count to the last digit, of which a part may not be known. */
    public static Cell exactCount(Amount amount) {
        return known(amount, new Cell.ExactCount(amount.atLeast()));
    }

    private static Cell known(Amount amount, Cell known) {
        return amount.isExact() ? known : new Cell.AtLeast(known, amount.atLeast() == 0);
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
