package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.DotProducts;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Dot products whose lanes are sums of their own. Each row has two vectors of them, so that an addition need not wait. */
public final class VectorDotProducts implements DotProducts {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorDotProducts() {}

    public static DotProducts create() {
        return new VectorDotProducts();
    }

    @Override
    public void addRows(float[] matrix, int from, int pitch, float[] x, int at, int length, float[] sums, int to) {
        int second = from + pitch;
        int third = second + pitch;
        int fourth = third + pitch;
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector b0 = a0;
        FloatVector c0 = a0;
        FloatVector d0 = a0;
        FloatVector a1 = a0;
        FloatVector b1 = a0;
        FloatVector c1 = a0;
        FloatVector d1 = a0;
        int i = 0;
        for (; i <= length - 2 * LANES; i += 2 * LANES) {
            FloatVector u = load(x, at + i);
            FloatVector v = load(x, at + i + LANES);
            a0 = load(matrix, from + i).fma(u, a0);
            b0 = load(matrix, second + i).fma(u, b0);
            c0 = load(matrix, third + i).fma(u, c0);
            d0 = load(matrix, fourth + i).fma(u, d0);
            a1 = load(matrix, from + i + LANES).fma(v, a1);
            b1 = load(matrix, second + i + LANES).fma(v, b1);
            c1 = load(matrix, third + i + LANES).fma(v, c1);
            d1 = load(matrix, fourth + i + LANES).fma(v, d1);
        }
        sums[to] += sum(a0, a1) + rest(matrix, from, x, at, i, length);
        sums[to + 1] += sum(b0, b1) + rest(matrix, second, x, at, i, length);
        sums[to + 2] += sum(c0, c1) + rest(matrix, third, x, at, i, length);
        sums[to + 3] += sum(d0, d1) + rest(matrix, fourth, x, at, i, length);
    }

    @Override
    public void addRow(float[] matrix, int from, float[] x, int at, int length, float[] sums, int to) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        int i = 0;
        for (; i <= length - 2 * LANES; i += 2 * LANES) {
            a0 = load(matrix, from + i).fma(load(x, at + i), a0);
            a1 = load(matrix, from + i + LANES).fma(load(x, at + i + LANES), a1);
        }
        sums[to] += sum(a0, a1) + rest(matrix, from, x, at, i, length);
    }

    private static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }

    private static float sum(FloatVector one, FloatVector other) {
        return one.add(other).reduceLanes(VectorOperators.ADD);
    }

    private static float rest(float[] matrix, int from, float[] x, int at, int begin, int length) {
        float sum = 0;
        for (int i = begin; i < length; i++) {
            sum = Math.fma(matrix[from + i], x[at + i], sum);
        }
        return sum;
    }
}
