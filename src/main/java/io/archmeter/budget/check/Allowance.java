package io.archmeter.budget.check;

import io.archmeter.budget.Bound;
import io.archmeter.metric.Metric;
import io.archmeter.value.Rational;
import java.util.OptionalLong;

/**
 * How much a bound allows, in whole units: of a metric of which less is better rounded down, of the other up. A bound below zero
 * allows zero, because nothing has less; one that fits no {@code long} allows the largest.
 */
final class Allowance {
    private static final Rational HUNDRED = Rational.of(100);
    private static final Rational LARGEST = Rational.of(Long.MAX_VALUE);

    private Allowance() {}

    /**
     * Empty where a number is not known that it needs.
     *
     * @param total what the whole network has
     * @param before what the baseline has of the same part
     */
    static OptionalLong of(Bound bound, Metric metric, OptionalLong total, OptionalLong before) {
        if (bound instanceof Bound.Absolute absolute) {
            return OptionalLong.of(absolute.value());
        }
        OptionalLong base = bound.isRelative() ? before : total;
        return base.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(whole(of(bound, Rational.of(base.getAsLong())), metric.moreIsBetter()));
    }

    private static Rational of(Bound bound, Rational base) {
        if (bound instanceof Bound.Increase increase) {
            return base.plus(Rational.of(increase.by()));
        }
        if (bound instanceof Bound.Growth growth) {
            return percent(base, HUNDRED.plus(growth.percent()));
        }
        return percent(base, ((Bound.Share) bound).percent());
    }

    private static Rational percent(Rational base, Rational percent) {
        return base.times(percent).over(HUNDRED);
    }

    private static long whole(Rational exact, boolean up) {
        Rational whole = up ? exact.negated().floor().negated() : exact.floor();
        if (whole.signum() < 0) {
            return 0;
        }
        return whole.compareTo(LARGEST) > 0 ? Long.MAX_VALUE : whole.toLong().orElseThrow();
    }
}
