package io.archmeter.exec.vector;

import java.util.function.IntFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Eight rows of three vectors of 128 bits each, for machines with 32 vector registers (NEON): 24 sums that do not wait for each other,
 * three vectors of the right factor and what is left of it.
 */
final class ShortTile extends VectorTile {
    static final int ROWS = 8;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_128;
    private static final int LANES = SPECIES.length();

    static final int COLUMNS = 3 * LANES;

    /** Always 0, and branches that are never taken keep loads apart, as in {@link NarrowTile}. */
    private static int never = 0;

    ShortTile(IntFunction<float[]> memory) {
        super(ROWS, COLUMNS, memory.apply(ROWS * COLUMNS));
    }

    @Override
    void multiply(float[] a, int p, float[] b, int q, int depth, float[] c, int to, int stride, boolean accumulate) {
        FloatVector c00 = FloatVector.zero(SPECIES);
        FloatVector c01 = FloatVector.zero(SPECIES);
        FloatVector c02 = FloatVector.zero(SPECIES);
        FloatVector c10 = FloatVector.zero(SPECIES);
        FloatVector c11 = FloatVector.zero(SPECIES);
        FloatVector c12 = FloatVector.zero(SPECIES);
        FloatVector c20 = FloatVector.zero(SPECIES);
        FloatVector c21 = FloatVector.zero(SPECIES);
        FloatVector c22 = FloatVector.zero(SPECIES);
        FloatVector c30 = FloatVector.zero(SPECIES);
        FloatVector c31 = FloatVector.zero(SPECIES);
        FloatVector c32 = FloatVector.zero(SPECIES);
        FloatVector c40 = FloatVector.zero(SPECIES);
        FloatVector c41 = FloatVector.zero(SPECIES);
        FloatVector c42 = FloatVector.zero(SPECIES);
        FloatVector c50 = FloatVector.zero(SPECIES);
        FloatVector c51 = FloatVector.zero(SPECIES);
        FloatVector c52 = FloatVector.zero(SPECIES);
        FloatVector c60 = FloatVector.zero(SPECIES);
        FloatVector c61 = FloatVector.zero(SPECIES);
        FloatVector c62 = FloatVector.zero(SPECIES);
        FloatVector c70 = FloatVector.zero(SPECIES);
        FloatVector c71 = FloatVector.zero(SPECIES);
        FloatVector c72 = FloatVector.zero(SPECIES);
        if (accumulate) {
            c00 = FloatVector.fromArray(SPECIES, c, to);
            c01 = FloatVector.fromArray(SPECIES, c, to + LANES);
            c02 = FloatVector.fromArray(SPECIES, c, to + 2 * LANES);
            c10 = FloatVector.fromArray(SPECIES, c, to + stride);
            c11 = FloatVector.fromArray(SPECIES, c, to + stride + LANES);
            c12 = FloatVector.fromArray(SPECIES, c, to + stride + 2 * LANES);
            c20 = FloatVector.fromArray(SPECIES, c, to + 2 * stride);
            c21 = FloatVector.fromArray(SPECIES, c, to + 2 * stride + LANES);
            c22 = FloatVector.fromArray(SPECIES, c, to + 2 * stride + 2 * LANES);
            c30 = FloatVector.fromArray(SPECIES, c, to + 3 * stride);
            c31 = FloatVector.fromArray(SPECIES, c, to + 3 * stride + LANES);
            c32 = FloatVector.fromArray(SPECIES, c, to + 3 * stride + 2 * LANES);
            c40 = FloatVector.fromArray(SPECIES, c, to + 4 * stride);
            c41 = FloatVector.fromArray(SPECIES, c, to + 4 * stride + LANES);
            c42 = FloatVector.fromArray(SPECIES, c, to + 4 * stride + 2 * LANES);
            c50 = FloatVector.fromArray(SPECIES, c, to + 5 * stride);
            c51 = FloatVector.fromArray(SPECIES, c, to + 5 * stride + LANES);
            c52 = FloatVector.fromArray(SPECIES, c, to + 5 * stride + 2 * LANES);
            c60 = FloatVector.fromArray(SPECIES, c, to + 6 * stride);
            c61 = FloatVector.fromArray(SPECIES, c, to + 6 * stride + LANES);
            c62 = FloatVector.fromArray(SPECIES, c, to + 6 * stride + 2 * LANES);
            c70 = FloatVector.fromArray(SPECIES, c, to + 7 * stride);
            c71 = FloatVector.fromArray(SPECIES, c, to + 7 * stride + LANES);
            c72 = FloatVector.fromArray(SPECIES, c, to + 7 * stride + 2 * LANES);
        }
        int opaque = never;
        for (int k = 0; k < depth; k++, p += ROWS, q += COLUMNS) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, q + 2 * LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = b0.fma(a0, c00);
            c01 = b1.fma(a0, c01);
            c02 = b2.fma(a0, c02);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + 1]);
            c10 = b0.fma(a1, c10);
            c11 = b1.fma(a1, c11);
            c12 = b2.fma(a1, c12);
            if ((k & opaque) == 1) {
                break;
            }
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + 2]);
            c20 = b0.fma(a2, c20);
            c21 = b1.fma(a2, c21);
            c22 = b2.fma(a2, c22);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + 3]);
            c30 = b0.fma(a3, c30);
            c31 = b1.fma(a3, c31);
            c32 = b2.fma(a3, c32);
            if ((k & opaque) == 3) {
                break;
            }
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[p + 4]);
            c40 = b0.fma(a4, c40);
            c41 = b1.fma(a4, c41);
            c42 = b2.fma(a4, c42);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[p + 5]);
            c50 = b0.fma(a5, c50);
            c51 = b1.fma(a5, c51);
            c52 = b2.fma(a5, c52);
            if ((k & opaque) == 5) {
                break;
            }
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[p + 6]);
            c60 = b0.fma(a6, c60);
            c61 = b1.fma(a6, c61);
            c62 = b2.fma(a6, c62);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[p + 7]);
            c70 = b0.fma(a7, c70);
            c71 = b1.fma(a7, c71);
            c72 = b2.fma(a7, c72);
        }
        c00.intoArray(c, to);
        c01.intoArray(c, to + LANES);
        c02.intoArray(c, to + 2 * LANES);
        c10.intoArray(c, to + stride);
        c11.intoArray(c, to + stride + LANES);
        c12.intoArray(c, to + stride + 2 * LANES);
        c20.intoArray(c, to + 2 * stride);
        c21.intoArray(c, to + 2 * stride + LANES);
        c22.intoArray(c, to + 2 * stride + 2 * LANES);
        c30.intoArray(c, to + 3 * stride);
        c31.intoArray(c, to + 3 * stride + LANES);
        c32.intoArray(c, to + 3 * stride + 2 * LANES);
        c40.intoArray(c, to + 4 * stride);
        c41.intoArray(c, to + 4 * stride + LANES);
        c42.intoArray(c, to + 4 * stride + 2 * LANES);
        c50.intoArray(c, to + 5 * stride);
        c51.intoArray(c, to + 5 * stride + LANES);
        c52.intoArray(c, to + 5 * stride + 2 * LANES);
        c60.intoArray(c, to + 6 * stride);
        c61.intoArray(c, to + 6 * stride + LANES);
        c62.intoArray(c, to + 6 * stride + 2 * LANES);
        c70.intoArray(c, to + 7 * stride);
        c71.intoArray(c, to + 7 * stride + LANES);
        c72.intoArray(c, to + 7 * stride + 2 * LANES);
    }
}
