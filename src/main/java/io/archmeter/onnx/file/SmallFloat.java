package io.archmeter.onnx.file;

/**
 * Real numbers of 4, 8 and 16 bits: a sign, an exponent, a mantissa (IEEE 754; "FP8 formats for deep learning", Micikevicius et al. 2022;
 * "8-bit numerical formats for deep neural networks", Noune et al. 2022; "OCP microscaling formats", 2023).
 */
enum SmallFloat {
    HALF(5, 10, 15, Special.AS_IEEE),
    E5M2(5, 2, 15, Special.AS_IEEE),
    E4M3FN(4, 3, 7, Special.ALL_ONES),
    E4M3FNUZ(4, 3, 8, Special.NEGATIVE_ZERO),
    E5M2FNUZ(5, 2, 16, Special.NEGATIVE_ZERO),
    E2M1(2, 1, 1, Special.NONE);

    /** What stands for what is no number. */
    private enum Special {
        /** The largest exponent: infinity where the mantissa is 0. */
        AS_IEEE,
        /** The largest exponent with the largest mantissa; there is no infinity. */
        ALL_ONES,
        /** The zero with a sign; there is no infinity. */
        NEGATIVE_ZERO,
        NONE
    }

    private static final int E8M0_BIAS = 127;
    private static final int E8M0_MASK = 0xFF;

    private final int exponentBits;
    private final int mantissaBits;
    private final int bias;
    private final Special special;

    SmallFloat(int exponentBits, int mantissaBits, int bias, Special special) {
        this.exponentBits = exponentBits;
        this.mantissaBits = mantissaBits;
        this.bias = bias;
        this.special = special;
    }

    /** A number of E8M0, which has an exponent alone. */
    static double powerOfTwo(int bits) {
        int exponent = bits & E8M0_MASK;
        return exponent == E8M0_MASK ? Double.NaN : Math.scalb(1.0, exponent - E8M0_BIAS);
    }

    /** The number with these bits; those above are not looked at. */
    double value(int bits) {
        int largestMantissa = (1 << mantissaBits) - 1;
        int largestExponent = (1 << exponentBits) - 1;
        int mantissa = bits & largestMantissa;
        int exponent = bits >>> mantissaBits & largestExponent;
        boolean negative = (bits >>> mantissaBits + exponentBits & 1) == 1;
        double magnitude;
        if (special == Special.AS_IEEE && exponent == largestExponent) {
            magnitude = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (special == Special.ALL_ONES && exponent == largestExponent && mantissa == largestMantissa
                || special == Special.NEGATIVE_ZERO && negative && exponent == 0 && mantissa == 0) {
            magnitude = Double.NaN;
        } else if (exponent == 0) {
            magnitude = Math.scalb((double) mantissa, 1 - bias - mantissaBits);
        } else {
            magnitude = Math.scalb((double) (largestMantissa + 1 + mantissa), exponent - bias - mantissaBits);
        }
        return negative ? -magnitude : magnitude;
    }
}
