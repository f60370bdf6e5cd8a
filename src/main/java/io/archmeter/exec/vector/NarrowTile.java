package io.archmeter.exec.vector;

import java.util.function.IntFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four rows of two vectors of 256 bits each, for machines with 16 vector registers (AVX2): 8 sums, as many as two units take that need four cycles for one.
 * With six rows there are registers as well, and the compiler puts some of the sums into memory: measured with JDK 17, an eighth slower.
 */
final class NarrowTile extends VectorTile {
    static final int ROWS = 4;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    private static final int LANES = SPECIES.length();

    static final int COLUMNS = 2 * LANES;

    NarrowTile(IntFunction<float[]> memory) {
        super(ROWS, COLUMNS, memory.apply(ROWS * COLUMNS));
    }

    @Override
    void multiply(float[] a, int p, float[] b, int q, int depth, float[] c, int to, int stride, boolean accumulate) {
        FloatVector c00 = FloatVector.zero(SPECIES);
        FloatVector c01 = FloatVector.zero(SPECIES);
        FloatVector c10 = FloatVector.zero(SPECIES);
        FloatVector c11 = FloatVector.zero(SPECIES);
        FloatVector c20 = FloatVector.zero(SPECIES);
        FloatVector c21 = FloatVector.zero(SPECIES);
        FloatVector c30 = FloatVector.zero(SPECIES);
        FloatVector c31 = FloatVector.zero(SPECIES);
        if (accumulate) {
            c00 = FloatVector.fromArray(SPECIES, c, to);
            c01 = FloatVector.fromArray(SPECIES, c, to + LANES);
            c10 = FloatVector.fromArray(SPECIES, c, to + stride);
            c11 = FloatVector.fromArray(SPECIES, c, to + stride + LANES);
            c20 = FloatVector.fromArray(SPECIES, c, to + 2 * stride);
            c21 = FloatVector.fromArray(SPECIES, c, to + 2 * stride + LANES);
            c30 = FloatVector.fromArray(SPECIES, c, to + 3 * stride);
            c31 = FloatVector.fromArray(SPECIES, c, to + 3 * stride + LANES);
        }
        int k = 0;
        for (; k < depth - 1; k += 2, p += 2 * ROWS, q += 2 * COLUMNS) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = b0.fma(a0, c00);
            c01 = b1.fma(a0, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + 1]);
            c10 = b0.fma(a1, c10);
            c11 = b1.fma(a1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + 2]);
            c20 = b0.fma(a2, c20);
            c21 = b1.fma(a2, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + 3]);
            c30 = b0.fma(a3, c30);
            c31 = b1.fma(a3, c31);
            FloatVector d0 = FloatVector.fromArray(SPECIES, b, q + COLUMNS);
            FloatVector d1 = FloatVector.fromArray(SPECIES, b, q + COLUMNS + LANES);
            FloatVector e0 = FloatVector.broadcast(SPECIES, a[p + ROWS]);
            c00 = d0.fma(e0, c00);
            c01 = d1.fma(e0, c01);
            FloatVector e1 = FloatVector.broadcast(SPECIES, a[p + ROWS + 1]);
            c10 = d0.fma(e1, c10);
            c11 = d1.fma(e1, c11);
            FloatVector e2 = FloatVector.broadcast(SPECIES, a[p + ROWS + 2]);
            c20 = d0.fma(e2, c20);
            c21 = d1.fma(e2, c21);
            FloatVector e3 = FloatVector.broadcast(SPECIES, a[p + ROWS + 3]);
            c30 = d0.fma(e3, c30);
            c31 = d1.fma(e3, c31);
        }
        if (k < depth) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = b0.fma(a0, c00);
            c01 = b1.fma(a0, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + 1]);
            c10 = b0.fma(a1, c10);
            c11 = b1.fma(a1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + 2]);
            c20 = b0.fma(a2, c20);
            c21 = b1.fma(a2, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + 3]);
            c30 = b0.fma(a3, c30);
            c31 = b1.fma(a3, c31);
        }
        c00.intoArray(c, to);
        c01.intoArray(c, to + LANES);
        c10.intoArray(c, to + stride);
        c11.intoArray(c, to + stride + LANES);
        c20.intoArray(c, to + 2 * stride);
        c21.intoArray(c, to + 2 * stride + LANES);
        c30.intoArray(c, to + 3 * stride);
        c31.intoArray(c, to + 3 * stride + LANES);
    }
}
