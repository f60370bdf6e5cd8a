package io.archmeter.exec.matrix;

import java.util.function.IntFunction;

/**
 * How matrix products are divided into tiles. Panels and tiles ask {@code memory} for the arrays that they need, each of a given
 * length.
 */
public interface Tiling {
    /** Bits of the vectors for which tiles are written; 0 where they are left to the compiler. */
    int vectorBits();

    /** Rows of the result that a tile computes. */
    int rows();

    /** Columns of the result that a tile computes. */
    int columns();

    /** Steps of the sums for which factors are well packed together, so that they stay in the nearer caches. */
    int panelDepth();

    /** Columns of a right factor that are well packed together: one or several tiles. */
    int panelColumns();

    /** A factor with more columns than that is best cut at multiples of this number. */
    int grain();

    /** How much time a step of the sums takes for a block of the result, in multiply-adds of a block that tiles fill. */
    long cost(int rows, int columns);

    /** A panel for so many rows of a left factor. */
    Panel left(int depth, int rows, IntFunction<float[]> memory);

    /** A panel for so many columns of a right factor. */
    Panel right(int depth, int columns, IntFunction<float[]> memory);

    Tile tile(IntFunction<float[]> memory);

    /** What suits where there is nothing to sum over but a few taps. */
    Stencil stencil(IntFunction<float[]> memory);

    /** How elements are best copied that do not lie side by side. */
    Strider strider();
}
