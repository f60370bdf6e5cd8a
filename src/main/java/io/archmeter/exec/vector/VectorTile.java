package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.Block;
import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.matrix.Tile;
import java.util.Arrays;

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

    /** The whole tile: row k of the left panel is at p + k·rows in a, of the right one at q + k·columns in b. */
    abstract void multiply(
            float[] a, int p, float[] b, int q, int depth, float[] c, int to, int stride, boolean accumulate);

    @Override
    public final void multiply(
            Panel left, int row, Panel right, int column, int depth, Block block, boolean accumulate) {
        if (left.pitch() != rows || right.pitch() != columns) {
            throw new IllegalArgumentException("panels are as wide as a tile");
        }
        if (block.rows() == rows && block.columns() == columns) {
            multiply(left, row, right, column, depth, block.data(), block.offset(), block.stride(), accumulate);
            return;
        }
        if (accumulate) {
            Arrays.fill(aside, 0, rows * columns, 0);
        }
        for (int r = 0; r < block.rows() && accumulate; r++) {
            System.arraycopy(block.data(), block.offset() + r * block.stride(), aside, r * columns, block.columns());
        }
        multiply(left, row, right, column, depth, aside, 0, columns, accumulate);
        for (int r = 0; r < block.rows(); r++) {
            System.arraycopy(aside, r * columns, block.data(), block.offset() + r * block.stride(), block.columns());
        }
    }

    private void multiply(
            Panel left,
            int row,
            Panel right,
            int column,
            int depth,
            float[] c,
            int to,
            int stride,
            boolean accumulate) {
        float[] a = left.array(0);
        float[] b = right.array(0);
        multiply(a, left.at(0) + row, b, right.at(0) + column, depth, c, to, stride, accumulate);
    }
}
