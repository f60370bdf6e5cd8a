package io.archmeter.exec.matrix;

/** Adds rows of numbers to others. */
public interface RowSum {
    /** With the Vector API where Java was started with its module, and plain where not. */
    static RowSum best() {
        return VectorClasses.create(RowSum.class, "VectorRowSum").orElse(RowSum::plain);
    }

    /** sums[to + i] += x[from + i] for i from 0 to {@code count} − 1. They may lie in one array, and do not overlap. */
    void add(float[] x, int from, float[] sums, int to, int count);

    /** One by one. */
    static void plain(float[] x, int from, float[] sums, int to, int count) {
        for (int i = 0; i < count; i++) {
            sums[to + i] += x[from + i];
        }
    }
}
