package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.Block;
import io.archmeter.exec.matrix.Strip;
import io.archmeter.exec.matrix.Tile;

/** A tile that always computes all of its rows and columns; at the borders of a matrix it does so aside. */
abstract class VectorTile implements Tile {
    private final int rows;
    private final int columns;
    private final float[] aside;

    VectorTile(int rows, int columns, float[] aside) {
        this.rows = rows;
        this.columns = columns;
        this.aside = aside;
    }

    /** The whole tile: a is [depth][rows] from {@code p}, b is [depth][columns] from {@code q}. */
    abstract void multiply(
            float[] a, int p, float[] b, int q, int depth, float[] c, int to, int stride, boolean accumulate);

    @Override
    public final void multiply(
            Strip left, int leftFrom, Strip right, int rightFrom, int depth, Block block, boolean accumulate) {
        float[] a = left.array(leftFrom);
        float[] b = right.array(rightFrom);
        int p = left.at(leftFrom);
        int q = right.at(rightFrom);
        if (block.rows() == rows && block.columns() == columns) {
            multiply(a, p, b, q, depth, block.data(), block.offset(), block.stride(), accumulate);
            return;
        }
        for (int r = 0; r < block.rows() && accumulate; r++) {
            System.arraycopy(block.data(), block.offset() + r * block.stride(), aside, r * columns, block.columns());
        }
        multiply(a, p, b, q, depth, aside, 0, columns, accumulate);
        for (int r = 0; r < block.rows(); r++) {
            System.arraycopy(aside, r * columns, block.data(), block.offset() + r * block.stride(), block.columns());
        }
    }
}
