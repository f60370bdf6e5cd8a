package io.archmeter.exec.matrix;

/**
 * The innermost part of a matrix product: a block of the result small enough to stay in registers or in the first cache, computed
 * from a packed panel of each factor. A tile belongs to one thread.
 */
public interface Tile {
    /**
     * block[r][w] = Σ left[k][row + r]·right[k][column + w] for all rows and columns of the block, k from 0 to {@code depth} − 1 in this
     * order, so that an element does not depend on the block in which it lies.
     *
     * @param row a multiple of the tile's rows
     * @param column a multiple of the tile's columns
     * @param accumulate whether the sums begin with what the block holds, and not with 0
     */
    void multiply(Panel left, int row, Panel right, int column, int depth, Block block, boolean accumulate);
}
