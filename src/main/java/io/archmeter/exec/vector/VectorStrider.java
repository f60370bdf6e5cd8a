package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.Strider;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Takes every second element a vector at a time, and others one by one. */
final class VectorStrider {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Elements 0, 2, 4 … of one vector to its first half, and to its second half those of another one. */
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(SPECIES, lane -> 2 * lane % LANES);

    private static final VectorMask<Float> SECOND_HALF = VectorMask.fromLong(SPECIES, -1L << LANES / 2);

    private VectorStrider() {}

    static void copy(float[] from, int begin, int stride, float[] to, int at, int count) {
        int i = 0;
        if (stride == 2) {
            // The last element that is read lies after the last that is taken, and may not exist.
            for (; i + LANES < count; i += LANES) {
                FloatVector first = FloatVector.fromArray(SPECIES, from, begin + 2 * i);
                FloatVector second = FloatVector.fromArray(SPECIES, from, begin + 2 * i + LANES);
                first.rearrange(EVEN).blend(second.rearrange(EVEN), SECOND_HALF).intoArray(to, at + i);
            }
        }
        Strider.plain(from, begin + i * stride, stride, to, at + i, count - i);
    }
}
