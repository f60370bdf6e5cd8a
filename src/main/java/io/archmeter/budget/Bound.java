package io.archmeter.budget;

import io.archmeter.value.Rational;

/**
 * How much of a metric there may be; of one of which more is better, how much there must be.
 *
 * <p>Each is written as its {@code text}.
 */
public sealed interface Bound {
    /** As it is written in the budget: {@code 25.6M}, {@code +2%}. */
    String text();

    /** A number: {@code 25.6M}, {@code 100MiB}. */
    record Absolute(String text, long value) implements Bound {
        public Absolute {
            if (value < 0) {
                throw new IllegalArgumentException("no such bound: " + value);
            }
        }
    }

    /** A part of what the whole network has, in percent: {@code 30%}. */
    record Share(String text, Rational percent) implements Bound {
        public Share {
            if (percent.signum() < 0) {
                throw new IllegalArgumentException("no such share: " + percent);
            }
        }
    }

    /** What the baseline has and some percent of it more, or less: {@code +2%}; {@code no more} is 0 %. */
    record Growth(String text, Rational percent) implements Bound {}

    /** What the baseline has and a number more, or less: {@code +100k}, {@code -1MiB}. */
    record Increase(String text, long by) implements Bound {}

    /** Whether it says the same, however it is written. */
    default boolean isSameAs(Bound other) {
        if (this instanceof Absolute one && other instanceof Absolute two) {
            return one.value == two.value;
        }
        if (this instanceof Share one && other instanceof Share two) {
            return one.percent.equals(two.percent);
        }
        if (this instanceof Growth one && other instanceof Growth two) {
            return one.percent.equals(two.percent);
        }
        return this instanceof Increase one && other instanceof Increase two && one.by == two.by;
    }

    /** Whether it needs a baseline. */
    default boolean isRelative() {
        return this instanceof Growth || this instanceof Increase;
    }
}
