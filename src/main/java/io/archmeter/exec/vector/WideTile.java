package io.archmeter.exec.vector;

import java.util.function.IntFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Eight rows of two vectors of 512 bits each, for machines with 32 vector registers (AVX-512): 16 sums that do not wait for each other, two vectors of the
 * right factor and what is left of it.
 */
final class WideTile extends VectorTile {
    static final int ROWS = 8;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_512;
    private static final int LANES = SPECIES.length();

    static final int COLUMNS = 2 * LANES;

    WideTile(IntFunction<float[]> memory) {
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
        FloatVector c40 = FloatVector.zero(SPECIES);
        FloatVector c41 = FloatVector.zero(SPECIES);
        FloatVector c50 = FloatVector.zero(SPECIES);
        FloatVector c51 = FloatVector.zero(SPECIES);
        FloatVector c60 = FloatVector.zero(SPECIES);
        FloatVector c61 = FloatVector.zero(SPECIES);
        FloatVector c70 = FloatVector.zero(SPECIES);
        FloatVector c71 = FloatVector.zero(SPECIES);
        if (accumulate) {
            c00 = FloatVector.fromArray(SPECIES, c, to);
            c01 = FloatVector.fromArray(SPECIES, c, to + LANES);
            c10 = FloatVector.fromArray(SPECIES, c, to + stride);
            c11 = FloatVector.fromArray(SPECIES, c, to + stride + LANES);
            c20 = FloatVector.fromArray(SPECIES, c, to + 2 * stride);
            c21 = FloatVector.fromArray(SPECIES, c, to + 2 * stride + LANES);
            c30 = FloatVector.fromArray(SPECIES, c, to + 3 * stride);
            c31 = FloatVector.fromArray(SPECIES, c, to + 3 * stride + LANES);
            c40 = FloatVector.fromArray(SPECIES, c, to + 4 * stride);
            c41 = FloatVector.fromArray(SPECIES, c, to + 4 * stride + LANES);
            c50 = FloatVector.fromArray(SPECIES, c, to + 5 * stride);
            c51 = FloatVector.fromArray(SPECIES, c, to + 5 * stride + LANES);
            c60 = FloatVector.fromArray(SPECIES, c, to + 6 * stride);
            c61 = FloatVector.fromArray(SPECIES, c, to + 6 * stride + LANES);
            c70 = FloatVector.fromArray(SPECIES, c, to + 7 * stride);
            c71 = FloatVector.fromArray(SPECIES, c, to + 7 * stride + LANES);
        }
        for (int k = 0; k < depth; k++, p += ROWS, q += COLUMNS) {
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
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[p + 4]);
            c40 = b0.fma(a4, c40);
            c41 = b1.fma(a4, c41);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[p + 5]);
            c50 = b0.fma(a5, c50);
            c51 = b1.fma(a5, c51);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[p + 6]);
            c60 = b0.fma(a6, c60);
            c61 = b1.fma(a6, c61);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[p + 7]);
            c70 = b0.fma(a7, c70);
            c71 = b1.fma(a7, c71);
        }
        c00.intoArray(c, to);
        c01.intoArray(c, to + LANES);
        c10.intoArray(c, to + stride);
        c11.intoArray(c, to + stride + LANES);
        c20.intoArray(c, to + 2 * stride);
        c21.intoArray(c, to + 2 * stride + LANES);
        c30.intoArray(c, to + 3 * stride);
        c31.intoArray(c, to + 3 * stride + LANES);
        c40.intoArray(c, to + 4 * stride);
        c41.intoArray(c, to + 4 * stride + LANES);
        c50.intoArray(c, to + 5 * stride);
        c51.intoArray(c, to + 5 * stride + LANES);
        c60.intoArray(c, to + 6 * stride);
        c61.intoArray(c, to + 6 * stride + LANES);
        c70.intoArray(c, to + 7 * stride);
        c71.intoArray(c, to + 7 * stride + LANES);
    }
}
