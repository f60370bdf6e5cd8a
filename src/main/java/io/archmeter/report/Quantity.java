package io.archmeter.report;

import io.archmeter.facts.Cost;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What is counted of a layer, in the order in which columns show it. */
public enum Quantity {
    PARAMETERS("parameters", Cost::parameters),
    BUFFERS("buffers", Cost::buffers),
    MULTIPLY_ADDS("multiply-adds", Cost::multiplyAdds),
    EFFECTIVE_MULTIPLY_ADDS("effective", Cost::effectiveMultiplyAdds),
    OUTPUT_BYTES("output memory", Cost::outputBytes);

    private final String header;
    private final ToLongFunction<Cost> count;

    Quantity(String header, ToLongFunction<Cost> count) {
        this.header = header;
        this.count = count;
    }

    /** The quantity of a column's key. */
    public static Optional<Quantity> ofColumn(String key) {
        for (Quantity quantity : values()) {
            if (quantity.toString().equals(key)) {
                return Optional.of(quantity);
            }
        }
        return Optional.empty();
    }

    /** What a cost has of it: a count, or bytes. */
    public long of(Cost cost) {
        return count.applyAsLong(cost);
    }

    Cell cell(Cost cost) {
        return this == OUTPUT_BYTES ? new Cell.Bytes(of(cost)) : new Cell.Count(of(cost));
    }

    Column column() {
        return Column.number(toString(), header);
    }

    String header() {
        return header;
    }

    /** The key of its column: {@code output_bytes}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
