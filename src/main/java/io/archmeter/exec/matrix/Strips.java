package io.archmeter.exec.matrix;

import java.util.function.IntFunction;

/**
 * A factor of a matrix product, cut into strips as wide as a tile: all rows of a strip lie together, so that it stays in the first cache
 * while tile after tile reads it (Goto and van de Geijn 2008, "Anatomy of High-Performance Matrix Multiplication", §4.2).
 */
public final class Strips {
    private static final StripCopy COPY = StripCopy.best();

    private final Panel panel;
    private final Panel row;
    private final int width;
    private final int step;

    private Strips(Panel panel, Panel row, int width, int step) {
        this.panel = panel;
        this.row = row;
        this.width = width;
        this.step = step;
    }

    /** Strips of a left factor with so many rows, the steps of its sums being {@code depth}. */
    public static Strips left(Tiling tiling, int depth, int rows, IntFunction<float[]> memory) {
        int width = tiling.rows();
        int strips = count(rows, width);
        return new Strips(
                tiling.left(strips * step(depth), width, memory),
                tiling.left(1, strips * width, memory),
                width,
                step(depth));
    }

    /** Strips of a right factor with so many columns. */
    public static Strips right(Tiling tiling, int depth, int columns, IntFunction<float[]> memory) {
        int width = tiling.columns();
        int strips = count(columns, width);
        if (strips == 1) {
            Panel only = tiling.right(depth, columns, memory);
            return new Strips(only, only, width, depth);
        }
        return new Strips(
                tiling.right(strips * step(depth), width, memory),
                tiling.right(1, strips * width, memory),
                width,
                step(depth));
    }

    private static int count(int columns, int width) {
        return (columns + width - 1) / width;
    }

    /** Strips that lie a power of 2 apart would compete for the same lines of a cache. */
    private static int step(int depth) {
        return depth | 1;
    }

    /** Rows or columns of the factor in a strip. */
    public int width() {
        return width;
    }

    /** A strip from row {@code k} on. */
    public Panel strip(int number, int k) {
        return panel.from(number * step + k);
    }

    /** Where to put row {@code k}, before {@link #take}: in row {@link #rowOf} of this. */
    public Panel row() {
        return row;
    }

    /** The row of {@link #row} that stands for row {@code k}. */
    public int rowOf(int k) {
        return row == panel ? k : 0;
    }

    /** Cuts row {@code k}, as it was put. */
    public void take(int k, int count) {
        if (row != panel) {
            take(k, row.array(0), row.at(0), count);
        }
    }

    /** Cuts elements that lie side by side as row {@code k}. */
    public void take(int k, float[] source, int from, int count) {
        if (row == panel) {
            panel.put(k, 0, source, from, 1, count);
        } else {
            int whole = count / width;
            COPY.copy(source, from, width, panel.array(k), panel.at(k), step * panel.pitch(), whole);
            int done = whole * width;
            if (done < count) {
                panel.put(whole * step + k, 0, source, from + done, 1, count - done);
                panel.clear(whole * step + k, count - done, width - (count - done));
            }
        }
    }
}
