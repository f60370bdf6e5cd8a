package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.Readable;
import java.util.Optional;

/** Amounts as pictures draw and say them: what is not known in full has the length of what is, and says that it is more. */
final class Quantities {
    private Quantities() {}

    /** Nothing where there is no such thing. */
    static Quantity of(Metric metric, Optional<Amount> amount) {
        return of(metric.unit(), amount.orElse(Amount.ZERO));
    }

    static Quantity of(Metric.Unit unit, Amount amount) {
        String words = switch (unit) {
            case COUNT -> Readable.count(amount.atLeast());
            case BYTES -> Readable.bytes(amount.atLeast());
        };
        return new Quantity(amount.atLeast(), sign(amount) + words);
    }

    /** All digits of an amount: {@code 12,845,056}, {@code ≥ 1,024}. */
    static String inFull(Amount amount) {
        return sign(amount) + Readable.exact(amount.atLeast());
    }

    private static String sign(Amount amount) {
        return amount.isExact() ? "" : "≥ ";
    }
}
