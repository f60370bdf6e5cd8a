package io.archmeter.exec.matrix;

import java.util.function.IntFunction;

/**
 * The right factor of matrix products, packed once for all of them: as wide panels as a tile has columns, and sliced by the steps of
 * the sums, so that a panel stays in the first cache while it is multiplied with many rows.
 */
public final class PackedMatrix {
    private final Tiling tiling;
    private final int depth;
    private final int columns;
    private final int width;
    // [slice][group of columns]
    private final Panel[][] panels;

    /** A copy of the matrix in this form. */
    public PackedMatrix(Tiling tiling, Matrix matrix, IntFunction<float[]> memory) {
        this.tiling = tiling;
        this.depth = matrix.rows();
        this.columns = matrix.columns();
        this.width = width(tiling, columns);
        this.panels = new Panel[parts(depth, tiling.panelDepth())][groups()];
        for (int slice = 0; slice < panels.length; slice++) {
            for (int group = 0; group < groups(); group++) {
                int rows = depth(slice);
                panels[slice][group] = tiling.right(rows, width, memory);
                matrix.part(first(slice), group * width, rows, columns(group)).pack(panels[slice][group]);
            }
        }
    }

    /** Columns of a panel: as many as a tile has, or fewer where all are then about as wide. */
    static int width(Tiling tiling, int columns) {
        int even = parts(columns, Math.max(1, parts(columns, tiling.columns())));
        return Math.min(tiling.columns(), Math.max(1, parts(even, tiling.grain())) * tiling.grain());
    }

    static int parts(int things, int most) {
        return (things + most - 1) / most;
    }

    public int depth() {
        return depth;
    }

    public int columns() {
        return columns;
    }

    /** How many panels lie beside each other. */
    public int groups() {
        return parts(columns, width);
    }

    /** The first column of a group; that of the one after the last is the end. */
    public int column(int group) {
        return Math.min(group * width, columns);
    }

    int width() {
        return width;
    }

    int columns(int group) {
        return Math.min(width, columns - group * width);
    }

    int slices() {
        return panels.length;
    }

    /** The first step of a slice. */
    int first(int slice) {
        return slice * tiling.panelDepth();
    }

    /** How many steps a slice has. */
    int depth(int slice) {
        return Math.min(tiling.panelDepth(), depth - first(slice));
    }

    Panel panel(int slice, int group) {
        return panels[slice][group];
    }
}
