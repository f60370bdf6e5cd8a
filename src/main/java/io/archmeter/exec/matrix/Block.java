package io.archmeter.exec.matrix;

/**
 * A block of a matrix, where sums go.
 *
 * @param data the array that it lies in
 * @param offset where its first element lies
 * @param stride elements from one row to the next
 */
public record Block(float[] data, int offset, int stride, int rows, int columns) {
    /** A part of it from a row and column on, of at most so many rows and columns. */
    public Block part(int row, int column, int rows, int columns) {
        return new Block(
                data,
                offset + row * stride + column,
                stride,
                Math.min(rows, this.rows - row),
                Math.min(columns, this.columns - column));
    }

    public long elements() {
        return (long) rows * columns;
    }
}
