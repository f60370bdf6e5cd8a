package io.archmeter.report.svg;

import java.math.BigInteger;

/** How strongly a share of the most is coloured, in steps. */
public final class Heat {
    /** The strongest step; the weakest is 0. */
    public static final int HOTTEST = 6;

    private Heat() {}

    /**
     * The step of an amount: 0 where there is none of it, and one of as many equal parts of the largest where there is.
     *
     * @param amount from 0 to the largest
     * @param largest at least 1
     */
    public static int of(long amount, long largest) {
        BigInteger most = BigInteger.valueOf(largest);
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(HOTTEST))
                .add(most)
                .subtract(BigInteger.ONE)
                .divide(most)
                .intValueExact();
    }
}
