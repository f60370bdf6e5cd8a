package io.archmeter.exec.tensor;

/** 2/√π times the integral of exp(−t²) from 0 to x. */
public final class ErrorFunction {
    /** From here on, it differs from 1 by less than the last bit of a {@code double}. */
    private static final double WHOLE = 6;

    private ErrorFunction() {}

    /**
     * By the series 2/√π · exp(−x²) · Σ 2ⁿ·x²ⁿ⁺¹ / (1·3·…·(2n + 1)) (Abramowitz and Stegun 1964, 7.1.6), whose terms have one sign, so
     * that no digits are lost.
     */
    public static double of(double x) {
        if (Math.abs(x) >= WHOLE) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}
