package io.archmeter.report.text;

import java.math.BigInteger;

/** Quotients that are rounded half up, without a detour over floating-point numbers. */
public final class HalfUp {
    private HalfUp() {}

    /**
     * {@code dividend · factor / divisor}, rounded.
     *
     * @param dividend at least 0
     * @param divisor at least 1
     * @throws ArithmeticException where that does not fit a {@code long}
     */
    public static long quotient(long dividend, int factor, long divisor) {
        return isSmall(dividend, factor, divisor)
                ? (2 * dividend * factor + divisor) / (2 * divisor)
                : large(dividend, factor, divisor).longValueExact();
    }

    /** Whether a {@code long} holds all that it takes to divide them. */
    static boolean isSmall(long dividend, int factor, long divisor) {
        return divisor <= Long.MAX_VALUE / 4 && dividend <= Long.MAX_VALUE / 4 / factor;
    }

    /** The same, for quotients that may not fit a {@code long}. */
    public static BigInteger large(long dividend, int factor, long divisor) {
        BigInteger whole = BigInteger.valueOf(divisor);
        return BigInteger.valueOf(dividend)
                .multiply(BigInteger.valueOf(factor))
                .shiftLeft(1)
                .add(whole)
                .divide(whole.shiftLeft(1));
    }
}
