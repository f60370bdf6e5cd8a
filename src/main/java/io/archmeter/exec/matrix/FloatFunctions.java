package io.archmeter.exec.matrix;

/**
 * Functions of numbers in single precision, for many numbers at a time: within some units in the last place of a {@code float}, for
 * where the exact ones of {@link Math} would take most of the time of a network.
 *
 * <p>An exponential is that of Cephes (Moshier 1992, expf.c): 2ⁿ·exp(r) with n = round(x / ln 2) and a polynomial of degree 6 for r in
 * ±ln 2 / 2, with a relative error of 2·10⁻⁷ at most. Below ln 2⁻¹²⁶, where numbers would be denormal, it is 0. NaN stays NaN.
 */
public interface FloatFunctions {
    /** With the Vector API where Java was started with its module, and plain where not. */
    static FloatFunctions best() {
        return VectorClasses.create(FloatFunctions.class, "VectorFunctions").orElseGet(FloatFunctions::plain);
    }

    static FloatFunctions plain() {
        return new PlainFunctions();
    }

    /** Replaces elements by exponentials that add up to 1; the largest element is taken out first. */
    void softmax(float[] x, int from, int count);

    /** x → 1 / (1 + exp(−x)). */
    void sigmoid(float[] x, int from, int count);

    /** x → x / (1 + exp(−x)). */
    void silu(float[] x, int from, int count);

    /**
     * x → x·Φ(x), the distribution of a standard normal variable. Φ(x) is ½·erfc(−x/√2), and that a polynomial of degree 5 in
     * 1 / (1 + p·|x|/√2) times exp(−x²/2), with an absolute error of 0.75·10⁻⁷ (Abramowitz and Stegun 1964, 7.1.26, which has it for
     * erf), and as much of rounding.
     */
    void gelu(float[] x, int from, int count);

    /** x → x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2, which is x·sigmoid(2·√(2/π)·(x + 0.044715·x³)). */
    void geluByTanh(float[] x, int from, int count);
}
