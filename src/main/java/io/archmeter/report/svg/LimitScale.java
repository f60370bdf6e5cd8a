package io.archmeter.report.svg;

import java.math.BigInteger;

/** From amounts to pixels, each as a part of its own limit: a limit is where all others are. */
final class LimitScale {
    private final int limit;
    private final int room;

    /**
     * A scale.
     *
     * @param limit pixels from zero to the limit
     * @param room pixels from zero to the end; what is longer ends there
     */
    LimitScale(int limit, int room) {
        this.limit = limit;
        this.room = room;
    }

    /**
     * How long an amount is. What is over the limit is longer than it and what is under it is shorter, even if by less than a pixel;
     * nothing is as long as the room but what does not fit into it.
     */
    int length(long amount, long allowed) {
        if (amount == allowed) {
            return limit;
        }
        if (allowed == 0) {
            return room;
        }
        BigInteger pixels =
                BigInteger.valueOf(amount).multiply(BigInteger.valueOf(limit)).divide(BigInteger.valueOf(allowed));
        int drawn = pixels.min(BigInteger.valueOf(room)).intValueExact();
        if (amount > allowed) {
            return Math.max(limit + 1, drawn);
        }
        return amount == 0 ? 0 : Math.max(1, Math.min(limit - 1, drawn));
    }

    /** Whether an amount is longer than the room. */
    boolean isBeyond(long amount, long allowed) {
        return BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(limit))
                        .compareTo(BigInteger.valueOf(allowed).multiply(BigInteger.valueOf(room)))
                > 0;
    }
}
