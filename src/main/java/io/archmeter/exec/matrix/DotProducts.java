package io.archmeter.exec.matrix;

/** Products of a few rows of a matrix with one vector: what a matrix is read for once, and not worth packing. */
public interface DotProducts {
    /** How many rows are best multiplied together. */
    int ROWS = 4;

    /** With the Vector API where Java was started with its module, and plain where not. */
    static DotProducts best() {
        return VectorClasses.create(DotProducts.class, "VectorDotProducts").orElseGet(DotProducts::plain);
    }

    static DotProducts plain() {
        return new PlainDotProducts();
    }

    /**
     * sums[to + r] += Σ matrix[from + r·pitch + i]·x[at + i], for {@value #ROWS} rows r and i from 0 to {@code length} − 1.
     *
     * @param pitch elements from one row to the next
     */
    void addRows(float[] matrix, int from, int pitch, float[] x, int at, int length, float[] sums, int to);

    /** sums[to] += Σ matrix[from + i]·x[at + i]: one row. */
    void addRow(float[] matrix, int from, float[] x, int at, int length, float[] sums, int to);
}
