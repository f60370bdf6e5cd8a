package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.Approximation;
import io.archmeter.exec.matrix.FloatFunctions;
import io.archmeter.exec.matrix.PlainFunctions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Functions of floats a vector at a time; what does not fill a vector is left to the plain ones. */
public final class VectorFunctions implements FloatFunctions {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final FloatFunctions plain = FloatFunctions.plain();

    private VectorFunctions() {}

    public static FloatFunctions create() {
        return new VectorFunctions();
    }

    @Override
    public void softmax(float[] x, int from, int count) {
        int end = from + count;
        int whole = from + count / LANES * LANES;
        FloatVector most = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        for (int i = from; i < whole; i += LANES) {
            most = most.max(FloatVector.fromArray(SPECIES, x, i));
        }
        float largest = most.reduceLanes(VectorOperators.MAX);
        for (int i = whole; i < end; i++) {
            largest = Math.max(largest, x[i]);
        }
        FloatVector sums = FloatVector.zero(SPECIES);
        for (int i = from; i < whole; i += LANES) {
            FloatVector power = exp(FloatVector.fromArray(SPECIES, x, i).sub(largest));
            power.intoArray(x, i);
            sums = sums.add(power);
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (int i = whole; i < end; i++) {
            x[i] = PlainFunctions.exp(x[i] - largest);
            sum += x[i];
        }
        float share = 1 / sum;
        for (int i = from; i < end; i++) {
            x[i] *= share;
        }
    }

    @Override
    public void sigmoid(float[] x, int from, int count) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        int i = from;
        for (; i <= from + count - LANES; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            one.div(exp(v.neg()).add(1)).intoArray(x, i);
        }
        plain.sigmoid(x, i, from + count - i);
    }

    @Override
    public void silu(float[] x, int from, int count) {
        int i = from;
        for (; i <= from + count - LANES; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            v.div(exp(v.neg()).add(1)).intoArray(x, i);
        }
        plain.silu(x, i, from + count - i);
    }

    @Override
    public void gelu(float[] x, int from, int count) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        int i = from;
        for (; i <= from + count - LANES; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            FloatVector t = one.div(v.abs().fma(FloatVector.broadcast(SPECIES, Approximation.NORMAL_P), one));
            FloatVector p = FloatVector.broadcast(SPECIES, Approximation.NORMAL_5)
                    .fma(t, FloatVector.broadcast(SPECIES, Approximation.NORMAL_4))
                    .fma(t, FloatVector.broadcast(SPECIES, Approximation.NORMAL_3))
                    .fma(t, FloatVector.broadcast(SPECIES, Approximation.NORMAL_2))
                    .fma(t, FloatVector.broadcast(SPECIES, Approximation.NORMAL_1));
            FloatVector tail = p.mul(t).mul(exp(v.mul(v).mul(-0.5f)));
            FloatVector normal = one.sub(tail).blend(tail, v.lt(0));
            v.mul(normal).intoArray(x, i);
        }
        plain.gelu(x, i, from + count - i);
    }

    @Override
    public void geluByTanh(float[] x, int from, int count) {
        FloatVector first = FloatVector.broadcast(SPECIES, -Approximation.TANH_1);
        int i = from;
        for (; i <= from + count - LANES; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            FloatVector exponent = v.mul(v.mul(v).fma(FloatVector.broadcast(SPECIES, -Approximation.TANH_3), first));
            v.div(exp(exponent).add(1)).intoArray(x, i);
        }
        plain.geluByTanh(x, i, from + count - i);
    }

    /** Small enough to be inlined, so that vectors stay in registers. */
    private static FloatVector exp(FloatVector x) {
        FloatVector bounded = x.min(Approximation.LARGEST_EXPONENT);
        FloatVector rounding = FloatVector.broadcast(SPECIES, Approximation.ROUNDING);
        FloatVector shifted = bounded.fma(FloatVector.broadcast(SPECIES, Approximation.LOG2_E), rounding);
        FloatVector n = shifted.sub(rounding);
        FloatVector r = n.fma(
                FloatVector.broadcast(SPECIES, -Approximation.LN_2_LOW),
                n.fma(FloatVector.broadcast(SPECIES, -Approximation.LN_2_HIGH), bounded));
        FloatVector p = FloatVector.broadcast(SPECIES, Approximation.E_5)
                .fma(r, FloatVector.broadcast(SPECIES, Approximation.E_4))
                .fma(r, FloatVector.broadcast(SPECIES, Approximation.E_3))
                .fma(r, FloatVector.broadcast(SPECIES, Approximation.E_2))
                .fma(r, FloatVector.broadcast(SPECIES, Approximation.E_1))
                .fma(r, FloatVector.broadcast(SPECIES, Approximation.E_0));
        FloatVector two = shifted.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, Approximation.FRACTION_BITS)
                .add(Approximation.ONE_BITS)
                .reinterpretAsFloats();
        FloatVector power = p.fma(r.mul(r), r).add(1).mul(two);
        return power.blend(0, x.lt(Approximation.LEAST_EXPONENT));
    }
}
