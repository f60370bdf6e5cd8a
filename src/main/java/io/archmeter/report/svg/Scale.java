package io.archmeter.report.svg;

import java.math.BigInteger;

/** From amounts to pixels, in whole numbers, so that all machines draw the same. */
public final class Scale {
    private Scale() {}

    /**
     * How long an amount is, rounded down; what is more than nothing is at least one pixel.
     *
     * @param amount from 0 to the largest
     * @param largest at least 1
     * @param room pixels of the largest
     */
    public static long length(long amount, long largest, int room) {
        return amount > 0 ? Math.max(1, position(amount, largest, room)) : 0;
    }

    /**
     * Where an amount ends, rounded down: what lies between two positions may be no pixel wide.
     *
     * @param amount from 0 to the largest
     * @param largest at least 1
     * @param room pixels of the largest
     */
    static long position(long amount, long largest, long room) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(room))
                .divide(BigInteger.valueOf(largest))
                .longValueExact();
    }
}
