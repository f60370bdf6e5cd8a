package io.archmeter.exec.matrix;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Products of matrices, by one thread: factors are packed as they are needed, some rows, columns and steps of the sums at a time. What
 * that takes of memory does not grow with the matrices. An element is summed in one order, wherever it lies.
 */
public final class BlockProduct {
    /** Rows of the left factor that are packed together: with their steps they fit the second cache. */
    private static final int ROWS = 96;

    /** Columns of a right factor that are packed together where it is not packed already. */
    private static final int COLUMNS = 256;

    private final Tiling tiling;
    private final Tile tile;
    private final Panel[] left;
    private final Panel[] right;

    private BlockProduct(Tiling tiling, int groups, IntFunction<float[]> memory) {
        this.tiling = tiling;
        this.tile = tiling.tile(memory);
        this.left = new Panel[PackedMatrix.parts(ROWS, tiling.rows())];
        Arrays.setAll(left, group -> tiling.left(tiling.panelDepth(), tiling.rows(), memory));
        this.right = new Panel[groups];
        Arrays.setAll(right, group -> tiling.right(tiling.panelDepth(), tiling.columns(), memory));
    }

    /** Multiplies with right factors that are packed. */
    public static BlockProduct withPacked(Tiling tiling, IntFunction<float[]> memory) {
        return new BlockProduct(tiling, 0, memory);
    }

    /** Multiplies with right factors that it packs itself. */
    public static BlockProduct withAny(Tiling tiling, IntFunction<float[]> memory) {
        return new BlockProduct(tiling, Math.max(1, COLUMNS / tiling.columns()), memory);
    }

    /**
     * result = a·b, or the same added to what it holds, for some groups of columns.
     *
     * @param result as many columns as the groups have together, side by side
     * @return how many multiply-adds that took
     */
    public long multiply(Matrix a, PackedMatrix b, int group, int endGroup, Matrix result, boolean accumulate) {
        int rows = rows();
        long executed = 0;
        for (int row = 0; row < a.rows(); row += rows) {
            int count = Math.min(rows, a.rows() - row);
            Block block = block(result.part(row, 0, count, result.columns()));
            for (int slice = 0; slice < b.slices(); slice++) {
                pack(a.part(row, b.first(slice), count, b.depth(slice)));
                for (int i = group; i < endGroup; i++) {
                    Block part = block.part(0, (i - group) * b.width(), count, b.columns(i));
                    executed += multiply(b.panel(slice, i), b.depth(slice), part, accumulate || slice > 0);
                }
            }
        }
        return executed;
    }

    /** result = a·b; returns how many multiply-adds that took. */
    public long multiply(Matrix a, Matrix b, Matrix result) {
        int rows = rows();
        int width = PackedMatrix.width(tiling, b.columns());
        int together = width * right.length;
        long executed = 0;
        if (b.rows() == 0) {
            clear(result);
        }
        for (int column = 0; column < b.columns(); column += together) {
            int columns = Math.min(together, b.columns() - column);
            for (int k = 0; k < b.rows(); k += tiling.panelDepth()) {
                int depth = Math.min(tiling.panelDepth(), b.rows() - k);
                for (int at = 0; at < columns; at += width) {
                    b.part(k, column + at, depth, Math.min(width, columns - at)).pack(right[at / width]);
                }
                for (int row = 0; row < a.rows(); row += rows) {
                    int count = Math.min(rows, a.rows() - row);
                    pack(a.part(row, k, count, depth));
                    Block block = block(result.part(row, column, count, columns));
                    for (int at = 0; at < columns; at += width) {
                        executed += multiply(right[at / width], depth, block.part(0, at, count, width), k > 0);
                    }
                }
            }
        }
        return executed;
    }

    /** The sum of nothing. */
    private static void clear(Matrix result) {
        for (int row = 0; row < result.rows(); row++) {
            int from = result.offset() + row * result.down();
            Arrays.fill(result.data(), from, from + result.columns(), 0);
        }
    }

    private int rows() {
        return ROWS / tiling.rows() * tiling.rows();
    }

    private static Block block(Matrix result) {
        return new Block(result.data(), result.offset(), result.down(), result.rows(), result.columns());
    }

    private void pack(Matrix a) {
        for (int row = 0; row < a.rows(); row += tiling.rows()) {
            int count = Math.min(tiling.rows(), a.rows() - row);
            a.part(row, 0, count, a.columns()).transposed().pack(left[row / tiling.rows()]);
        }
    }

    private long multiply(Panel columns, int depth, Block block, boolean accumulate) {
        for (int row = 0; row < block.rows(); row += tiling.rows()) {
            Block part = block.part(row, 0, tiling.rows(), block.columns());
            tile.multiply(left[row / tiling.rows()], 0, columns, 0, depth, part, accumulate);
        }
        return block.elements() * depth;
    }
}
