package io.archmeter.reports;

import java.math.RoundingMode;
import java.util.Optional;

/**
 * Why a printed figure is not ours.
 *
 * @param gives what gives the printed figure, where it is known
 * @param rounding how it gives the printed figure
 */
record Reason(Cause cause, String text, Optional<Quantity> gives, RoundingMode rounding) {
    enum Cause {
        WRONG("the source is wrong"),
        COUNTING("it counts differently"),
        ROUNDING("it rounds differently");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    static Reason wrong(String text) {
        return new Reason(Cause.WRONG, text, Optional.empty(), RoundingMode.HALF_UP);
    }

    static Reason counting(String text) {
        return new Reason(Cause.COUNTING, text, Optional.empty(), RoundingMode.HALF_UP);
    }

    static Reason cutOff() {
        return new Reason(Cause.ROUNDING, "cut off after the last digit", Optional.empty(), RoundingMode.DOWN);
    }

    /** A ratio that was computed from figures as they are printed. */
    static Reason ofRounded(String numerator, String denominator) {
        return new Reason(Cause.ROUNDING, "computed from rounded figures", Optional.empty(), RoundingMode.HALF_UP)
                .giving(Quantity.ratio(numerator, denominator));
    }

    Reason giving(Quantity quantity) {
        return new Reason(cause, text, Optional.of(quantity), rounding);
    }

    /** The same figure, but cut off. */
    Reason givingCutOff(Quantity quantity) {
        return new Reason(cause, text, Optional.of(quantity), RoundingMode.DOWN);
    }

    /** Whether what is said to give the printed figure gives it. */
    boolean holds(Printed printed, Quantity ours) {
        boolean says = gives.isPresent() || rounding != RoundingMode.HALF_UP;
        return !says || printed.agrees(gives.orElse(ours), rounding);
    }

    String sentence() {
        String how = rounding == RoundingMode.DOWN ? ", cut off" : "";
        return text + gives.map(count -> " (" + count.exactly() + how + ")").orElse("");
    }
}
