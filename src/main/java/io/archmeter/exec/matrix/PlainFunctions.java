package io.archmeter.exec.matrix;

/** Functions of floats one after the other. */
public final class PlainFunctions implements FloatFunctions {
    @Override
    public void softmax(float[] x, int from, int count) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, x[i]);
        }
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            x[i] = exp(x[i] - largest);
            sum += x[i];
        }
        float share = (float) (1 / sum);
        for (int i = from; i < from + count; i++) {
            x[i] *= share;
        }
    }

    @Override
    public void sigmoid(float[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            x[i] = 1 / (1 + exp(-x[i]));
        }
    }

    @Override
    public void silu(float[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            x[i] = x[i] / (1 + exp(-x[i]));
        }
    }

    @Override
    public void gelu(float[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            x[i] = x[i] * normal(x[i]);
        }
    }

    @Override
    public void geluByTanh(float[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            x[i] = x[i] / (1 + exp(-x[i] * (Approximation.TANH_1 + Approximation.TANH_3 * x[i] * x[i])));
        }
    }

    /** The exponential of one number. */
    public static float exp(float x) {
        if (x < Approximation.LEAST_EXPONENT) {
            return 0;
        }
        float bounded = Math.min(x, Approximation.LARGEST_EXPONENT);
        float shifted = Math.fma(bounded, Approximation.LOG2_E, Approximation.ROUNDING);
        float n = shifted - Approximation.ROUNDING;
        float r = Math.fma(n, -Approximation.LN_2_LOW, Math.fma(n, -Approximation.LN_2_HIGH, bounded));
        float p = Approximation.E_5;
        p = Math.fma(p, r, Approximation.E_4);
        p = Math.fma(p, r, Approximation.E_3);
        p = Math.fma(p, r, Approximation.E_2);
        p = Math.fma(p, r, Approximation.E_1);
        p = Math.fma(p, r, Approximation.E_0);
        float power = Math.fma(p, r * r, r) + 1;
        return power
                * Float.intBitsToFloat(
                        (Float.floatToRawIntBits(shifted) << Approximation.FRACTION_BITS) + Approximation.ONE_BITS);
    }

    /** Φ(x): the share of a standard normal distribution below a number. */
    public static float normal(float x) {
        float size = Math.abs(x);
        float t = 1 / Math.fma(Approximation.NORMAL_P, size, 1);
        float p = Approximation.NORMAL_5;
        p = Math.fma(p, t, Approximation.NORMAL_4);
        p = Math.fma(p, t, Approximation.NORMAL_3);
        p = Math.fma(p, t, Approximation.NORMAL_2);
        p = Math.fma(p, t, Approximation.NORMAL_1);
        float tail = p * t * exp(-0.5f * size * size);
        return x < 0 ? tail : 1 - tail;
    }
}
