package io.archmeter.exec.matrix;

/**
 * The innermost part of a matrix product: a block of the result small enough to stay in registers or in the first cache, computed
 * from a packed strip of each factor. A tile belongs to one thread.
 */
public interface Tile {
    /**
     * block[r][w] = Σ left[leftFrom + k][r]·right[rightFrom + k][w] for all rows and columns of the block, k from 0 to
     * {@code depth} − 1 in this order, so that an element does not depend on the tile in which it lies.
     *
     * @param accumulate whether the sums begin with what the block holds, and not with 0
     */
    void multiply(Strip left, int leftFrom, Strip right, int rightFrom, int depth, Block block, boolean accumulate);
}
