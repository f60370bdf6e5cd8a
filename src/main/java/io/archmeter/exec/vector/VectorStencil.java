package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.Stencil;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A stencil whose sums stay in registers: eight vectors of places at a time, then one. */
final class VectorStencil implements Stencil {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void apply(float[] plane, int[] offsets, float[] weights, int first, float bias, float[] sums, int count) {
        int i = 0;
        for (; i + 7 * LANES < count; i += 8 * LANES) {
            eight(bias, plane, offsets, weights, first, sums, i);
        }
        for (; i < count; i += LANES) {
            FloatVector sum = FloatVector.broadcast(SPECIES, bias);
            for (int tap = 0; tap < offsets.length; tap++) {
                sum = FloatVector.fromArray(SPECIES, plane, offsets[tap] + i)
                        .fma(FloatVector.broadcast(SPECIES, weights[first + tap]), sum);
            }
            sum.intoArray(sums, i);
        }
    }

    private static void eight(
            float bias, float[] plane, int[] offsets, float[] weights, int first, float[] sums, int i) {
        FloatVector s0 = FloatVector.broadcast(SPECIES, bias);
        FloatVector s1 = FloatVector.broadcast(SPECIES, bias);
        FloatVector s2 = FloatVector.broadcast(SPECIES, bias);
        FloatVector s3 = FloatVector.broadcast(SPECIES, bias);
        FloatVector s4 = FloatVector.broadcast(SPECIES, bias);
        FloatVector s5 = FloatVector.broadcast(SPECIES, bias);
        FloatVector s6 = FloatVector.broadcast(SPECIES, bias);
        FloatVector s7 = FloatVector.broadcast(SPECIES, bias);
        for (int tap = 0; tap < offsets.length; tap++) {
            FloatVector weight = FloatVector.broadcast(SPECIES, weights[first + tap]);
            int at = offsets[tap] + i;
            s0 = FloatVector.fromArray(SPECIES, plane, at).fma(weight, s0);
            s1 = FloatVector.fromArray(SPECIES, plane, at + LANES).fma(weight, s1);
            s2 = FloatVector.fromArray(SPECIES, plane, at + 2 * LANES).fma(weight, s2);
            s3 = FloatVector.fromArray(SPECIES, plane, at + 3 * LANES).fma(weight, s3);
            s4 = FloatVector.fromArray(SPECIES, plane, at + 4 * LANES).fma(weight, s4);
            s5 = FloatVector.fromArray(SPECIES, plane, at + 5 * LANES).fma(weight, s5);
            s6 = FloatVector.fromArray(SPECIES, plane, at + 6 * LANES).fma(weight, s6);
            s7 = FloatVector.fromArray(SPECIES, plane, at + 7 * LANES).fma(weight, s7);
        }
        s0.intoArray(sums, i);
        s1.intoArray(sums, i + LANES);
        s2.intoArray(sums, i + 2 * LANES);
        s3.intoArray(sums, i + 3 * LANES);
        s4.intoArray(sums, i + 4 * LANES);
        s5.intoArray(sums, i + 5 * LANES);
        s6.intoArray(sums, i + 6 * LANES);
        s7.intoArray(sums, i + 7 * LANES);
    }
}
