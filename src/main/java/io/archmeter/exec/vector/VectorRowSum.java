package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.RowSum;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Adds a vector at a time, wherever the rows begin: HotSpot's compiler makes vectors of rows that begin alike, and of no others. */
public final class VectorRowSum implements RowSum {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorRowSum() {}

    /** Found by its name; see {@link RowSum#best}. */
    public static RowSum create() {
        return new VectorRowSum();
    }

    @Override
    public void add(float[] x, int from, float[] sums, int to, int count) {
        int i = 0;
        for (; i <= count - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, sums, to + i)
                    .add(FloatVector.fromArray(SPECIES, x, from + i))
                    .intoArray(sums, to + i);
        }
        RowSum.plain(x, from + i, sums, to + i, count - i);
    }
}
