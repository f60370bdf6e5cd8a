package io.archmeter.report.picture;

import java.util.List;

/**
 * An axis that begins at zero, with round numbers along it.
 *
 * @param end what the whole axis stands for: no amount beside it is larger
 * @param ticks round numbers with their words, in ascending order; the first is zero, none is beyond the end
 */
public record Ruler(long end, List<Quantity> ticks) {
    public Ruler {
        ticks = List.copyOf(ticks);
        if (ticks.isEmpty() || ticks.get(0).exact() != 0) {
            throw new IllegalArgumentException("an axis begins at zero: " + ticks);
        }
        long before = -1;
        for (Quantity tick : ticks) {
            if (tick.exact() <= before || tick.exact() > end) {
                throw new IllegalArgumentException(tick.exact() + " is no tick after " + before + " and up to " + end);
            }
            before = tick.exact();
        }
        if (end < 1) {
            throw new IllegalArgumentException("an axis has a length: " + end);
        }
    }

    /**
     * Requires that an amount has a place on it.
     *
     * @throws IllegalArgumentException where it is beyond the end
     */
    void require(Quantity amount) {
        if (amount.exact() > end) {
            throw new IllegalArgumentException(amount.exact() + " is beyond the end of the axis, " + end);
        }
    }
}
