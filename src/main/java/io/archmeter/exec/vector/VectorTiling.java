package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.PackedTiling;
import io.archmeter.exec.matrix.Tiling;
import jdk.incubator.vector.FloatVector;

/** Tiles that fit the vector registers of this machine. */
public final class VectorTiling {
    /** Vectors of 512 bits come with 32 registers (Intel's AVX-512); there are at least 16 elsewhere. */
    private static final int LANES_WITH_32_REGISTERS = 16;

    private VectorTiling() {}

    public static Tiling create() {
        return FloatVector.SPECIES_PREFERRED.length() >= LANES_WITH_32_REGISTERS
                ? new PackedTiling(
                        WideTile.ROWS, WideTile.COLUMNS, VectorStrider::copy, WideTile::new, VectorStencil::new)
                : new PackedTiling(
                        NarrowTile.ROWS, NarrowTile.COLUMNS, VectorStrider::copy, NarrowTile::new, VectorStencil::new);
    }
}
