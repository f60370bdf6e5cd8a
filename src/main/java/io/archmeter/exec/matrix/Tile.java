package io.archmeter.exec.matrix;

/**
 * The innermost part of a matrix product: a block of the result small enough to stay in registers, computed from a packed panel
 * of each factor. Panels are laid out in the order in which they are read, [depth][rows] and [depth][columns], and filled up with
 * zeros at the borders of a matrix.
 */
public interface Tile {
    int rows();

    int columns();

    /**
     * c[r][w] = Σ a[k][r]·b[k][w] for all rows and columns of the tile, k from 0 to {@code depth} − 1.
     *
     * @param c takes rows·columns elements from {@code to}
     * @param accumulate whether the sum begins with what {@code c} holds, and not with 0
     */
    void multiply(float[] a, int aFrom, float[] b, int bFrom, int depth, float[] c, int to, boolean accumulate);
}
