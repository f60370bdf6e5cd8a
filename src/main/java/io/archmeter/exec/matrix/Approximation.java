package io.archmeter.exec.matrix;

/** The numbers by which functions are approximated; {@link FloatFunctions} says where they are from. */
public final class Approximation {
    /** Below this one 2ⁿ would be denormal. */
    public static final float LEAST_EXPONENT = -87.336544f;

    /** From here on an exponential would be infinite after rounding n up. */
    public static final float LARGEST_EXPONENT = 88.0f;

    public static final float LOG2_E = 1.44269504f;

    /** ln 2 in two parts, of which the first has so few digits that a whole number times it is exact. */
    public static final float LN_2_HIGH = 0.693359375f;

    public static final float LN_2_LOW = -2.12194440e-4f;

    /** 1.5·2²³: what is added to it is rounded to a whole number, which then are the lowest bits. */
    public static final float ROUNDING = 12_582_912f;

    /** Bits of a float after its exponent, and the exponent of 1. */
    public static final int FRACTION_BITS = 23;

    public static final int ONE_BITS = 127 << FRACTION_BITS;

    /** (exp(r) − 1 − r) / r², from the highest power down. */
    public static final float E_5 = 1.9875691500e-4f;

    public static final float E_4 = 1.3981999507e-3f;
    public static final float E_3 = 8.3334519073e-3f;
    public static final float E_2 = 4.1665795894e-2f;
    public static final float E_1 = 1.6666665459e-1f;
    public static final float E_0 = 5.0000001201e-1f;

    /** Abramowitz and Stegun's p divided by √2, and their a₁ … a₅ divided by 2. */
    public static final float NORMAL_P = (float) (0.3275911 * 0.7071067811865476);

    public static final float NORMAL_1 = 0.254829592f / 2;
    public static final float NORMAL_2 = -0.284496736f / 2;
    public static final float NORMAL_3 = 1.421413741f / 2;
    public static final float NORMAL_4 = -1.453152027f / 2;
    public static final float NORMAL_5 = 1.061405429f / 2;

    /** 2·√(2/π), and the same times 0.044715. */
    public static final float TANH_1 = (float) (2 * 0.7978845608028654);

    public static final float TANH_3 = (float) (2 * 0.7978845608028654 * 0.044715);

    private Approximation() {}
}
