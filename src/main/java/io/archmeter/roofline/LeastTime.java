package io.archmeter.roofline;

import io.archmeter.facts.Amount;
import io.archmeter.value.Rational;

/**
 * The least time that something takes, exact.
 *
 * @param picoseconds at least 0
 * @param complete whether all is known that it follows from; else it is longer than this, or as long
 */
public record LeastTime(Rational picoseconds, boolean complete) {
    public static final LeastTime NONE = new LeastTime(Rational.ZERO, true);

    /** Nothing is known of it. */
    public static final LeastTime UNKNOWN = new LeastTime(Rational.ZERO, false);

    private static final Rational OF_A_SECOND = Rational.of(1_000_000_000_000L);
    private static final Rational HALF = Rational.of(1).over(Rational.of(2));

    public LeastTime {
        if (picoseconds.signum() < 0) {
            throw new IllegalArgumentException("no time: " + picoseconds);
        }
    }

    /** The time of an amount of which so much is done in a second, at least 1. */
    public static LeastTime of(Amount amount, long perSecond) {
        return new LeastTime(
                Rational.of(amount.atLeast()).times(OF_A_SECOND).over(Rational.of(perSecond)), amount.isExact());
    }

    /** One after the other. */
    public LeastTime plus(LeastTime next) {
        return new LeastTime(picoseconds.plus(next.picoseconds), complete && next.complete);
    }

    /** Both at the same time. */
    public LeastTime beside(LeastTime other) {
        boolean longer = picoseconds.compareTo(other.picoseconds) >= 0;
        return new LeastTime(longer ? picoseconds : other.picoseconds, complete && other.complete);
    }

    /** In whole picoseconds, rounded half up; throws {@link ArithmeticException} where they do not fit a {@code long}. */
    public long rounded() {
        return picoseconds.plus(HALF).floor().numerator().longValueExact();
    }
}
