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
        boolean small = divisor <= Long.MAX_VALUE / 4 && dividend <= Long.MAX_VALUE / 4 / factor;
        return small
                ? (2 * dividend * factor + divisor) / (2 * divisor)
                : large(BigInteger.valueOf(dividend), BigInteger.valueOf(factor), BigInteger.valueOf(divisor));
    }

    private static long large(BigInteger dividend, BigInteger factor, BigInteger divisor) {
        return dividend.multiply(factor)
                .shiftLeft(1)
                .add(divisor)
                .divide(divisor.shiftLeft(1))
                .longValueExact();
    }
}
