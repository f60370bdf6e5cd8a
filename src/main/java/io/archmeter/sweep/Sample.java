package io.archmeter.sweep;

/**
 * A part of a space that a seed decides: the first points of its {@link Shuffle} for which the conditions hold.
 *
 * @param points how many, at least 1
 */
public record Sample(long points, long seed) {
    public Sample {
        if (points < 1) {
            throw new IllegalArgumentException("no sample: " + points);
        }
    }
}
