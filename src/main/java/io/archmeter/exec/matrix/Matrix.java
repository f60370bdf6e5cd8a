package io.archmeter.exec.matrix;

/**
 * A matrix as it lies in an array with others.
 *
 * @param data the array
 * @param offset where its first element lies
 * @param down elements from one row to the next
 * @param across elements from one column to the next
 */
public record Matrix(float[] data, int offset, int rows, int columns, int down, int across) {
    /** Rows whose elements lie side by side. */
    public static Matrix of(float[] data, int offset, int rows, int columns, int down) {
        return new Matrix(data, offset, rows, columns, down, 1);
    }

    /** The same elements with rows for columns. */
    public Matrix transposed() {
        return new Matrix(data, offset, columns, rows, across, down);
    }

    /** Some of its rows, from one on, and of these some columns. */
    public Matrix part(int row, int column, int rows, int columns) {
        return new Matrix(data, offset + row * down + column * across, rows, columns, down, across);
    }

    /** Copies its rows to those of a panel, the first to the first. */
    void pack(Panel panel) {
        for (int row = 0; row < rows; row++) {
            int from = offset + row * down;
            if (across == 1) {
                panel.put(row, 0, data, from, 1, columns);
            } else {
                // In this order a few columns are read side by side, and what they lie in stays in the first cache.
                Strider.plain(data, from, across, panel.array(row), panel.at(row), columns);
            }
        }
    }
}
