package io.archmeter.exec.matrix;

import java.util.function.IntFunction;

/**
 * How matrix products are divided into tiles. Strips and tiles ask {@code memory} for the arrays that they need, each of a given
 * length.
 */
public interface Tiling {
    /** Rows of the left factor that a tile takes. */
    int rows();

    /** Columns of the right factor that a tile takes. */
    int columns();

    /** A strip of the left factor: [depth][rows]. */
    Strip left(int depth, IntFunction<float[]> memory);

    /** A strip of the right factor: [depth][columns]. */
    Strip right(int depth, IntFunction<float[]> memory);

    Tile tile(IntFunction<float[]> memory);
}
