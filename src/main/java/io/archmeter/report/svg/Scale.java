package io.archmeter.report.svg;

import java.math.BigInteger;

/** From amounts to pixels, in whole numbers, so that all machines draw the same. */
final class Scale {
    private Scale() {}

    /**
     * How long an amount is, rounded down; what is more than nothing is at least one pixel.
     *
     * @param amount from 0 to the largest
     * @param largest at least 1
     * @param room pixels of the largest
     */
    static long length(long amount, long largest, int room) {
        long pixels = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(room))
                .divide(BigInteger.valueOf(largest))
                .longValueExact();
        return amount > 0 ? Math.max(1, pixels) : 0;
    }
}
