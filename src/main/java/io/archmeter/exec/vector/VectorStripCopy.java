package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.StripCopy;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies to strips of two vectors, which are those of right factors, a vector at a time, and to others one element at a time. */
public final class VectorStripCopy {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorStripCopy() {}

    public static StripCopy create() {
        return VectorStripCopy::copy;
    }

    private static void copy(float[] from, int begin, int width, float[] to, int at, int step, int strips) {
        if (width == 2 * LANES) {
            for (int strip = 0; strip < strips; strip++) {
                int source = begin + strip * width;
                int target = at + strip * step;
                FloatVector.fromArray(SPECIES, from, source).intoArray(to, target);
                FloatVector.fromArray(SPECIES, from, source + LANES).intoArray(to, target + LANES);
            }
        } else {
            for (int strip = 0; strip < strips; strip++) {
                for (int i = 0; i < width; i++) {
                    to[at + strip * step + i] = from[begin + strip * width + i];
                }
            }
        }
    }
}
