package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.PackedTiling;
import io.archmeter.exec.matrix.Tile;
import io.archmeter.exec.matrix.Tiling;
import java.util.function.Function;
import java.util.function.IntFunction;
import jdk.incubator.vector.FloatVector;

/**
 * Tiles by the vectors that a machine has: the sums of a tile, what is multiplied and what it is multiplied with fill its registers. There
 * are 32 of 128 bits (NEON), 16 of 256 bits (AVX2), 32 of 512 bits (AVX-512).
 */
public final class VectorTiling {
    private static final int LONG = 512;
    private static final int MIDDLE = 256;
    private static final int SHORT = 128;

    private VectorTiling() {}

    /** Those that fit the vectors that Java prefers on this machine. */
    public static Tiling create() {
        return create(FloatVector.SPECIES_PREFERRED.vectorBitSize());
    }

    /** Those that fit vectors of so many bits; another machine computes the same with them, and takes longer. */
    public static Tiling create(int bits) {
        if (bits >= LONG) {
            return tiling(LONG, WideTile.ROWS, WideTile.COLUMNS, WideTile::new);
        }
        return bits >= MIDDLE
                ? tiling(MIDDLE, NarrowTile.ROWS, NarrowTile.COLUMNS, NarrowTile::new)
                : tiling(SHORT, ShortTile.ROWS, ShortTile.COLUMNS, ShortTile::new);
    }

    private static Tiling tiling(int bits, int rows, int columns, Function<IntFunction<float[]>, Tile> maker) {
        return new PackedTiling(bits, rows, columns, VectorStrider::copy, maker, VectorStencil::new);
    }
}
