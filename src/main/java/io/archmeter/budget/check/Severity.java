package io.archmeter.budget.check;

import io.archmeter.value.Rational;
import java.util.Comparator;

/**
 * How bad a judgement is: what is broken is worse than what could not be checked, since that may be fine. Of two numbers that is worse which is
 * more times what is allowed, so that a layer that has nothing and may have nothing is not the worst of a network.
 */
final class Severity {
    /** The worst first. */
    static final Comparator<Judgement> WORST_FIRST = Comparator.comparingInt(Severity::rank)
            .thenComparing(Severity::usage, Comparator.reverseOrder())
            .thenComparing(judgement -> judgement.headroom().orElse(0));

    /** More than any count is of another. */
    private static final Rational ALL = Rational.of(Long.MAX_VALUE);

    private Severity() {}

    private static int rank(Judgement judgement) {
        return switch (judgement.verdict()) {
            case BROKEN -> 0;
            case NOT_CHECKED -> 1;
            case KEPT -> 2;
            case NO_LAYER -> 3;
        };
    }

    private static Rational usage(Judgement judgement) {
        long actual = judgement.actual().orElse(0);
        long allowed = judgement.allowed().orElse(0);
        boolean atLeast = judgement.limit().metric().moreIsBetter();
        return atLeast ? times(allowed, actual) : times(actual, allowed);
    }

    private static Rational times(long count, long other) {
        if (count == 0) {
            return Rational.ZERO;
        }
        return other == 0 ? ALL : Rational.of(count).over(Rational.of(other));
    }
}
