package io.archmeter.report;

import io.archmeter.metric.Metric;
import io.archmeter.report.picture.Amount;
import io.archmeter.report.text.Readable;
import java.util.Optional;

/** Numbers of metrics as pictures draw them, with the words that people read in tables. */
final class PictureAmounts {
    private PictureAmounts() {}

    /** Nothing where there is no such thing; what is not known has the length of what is. */
    static Amount of(Metric metric, Optional<io.archmeter.facts.Amount> amount) {
        io.archmeter.facts.Amount known = amount.orElse(io.archmeter.facts.Amount.ZERO);
        return new Amount(known.atLeast(), (known.isExact() ? "" : "≥ ") + words(metric, known.atLeast()));
    }

    private static String words(Metric metric, long number) {
        return switch (metric.unit()) {
            case COUNT -> Readable.count(number);
            case BYTES -> Readable.bytes(number);
        };
    }
}
