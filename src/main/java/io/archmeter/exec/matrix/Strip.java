package io.archmeter.exec.matrix;

import java.util.function.IntFunction;

/**
 * A part of a factor of a matrix product, packed in the order in which a tile reads it: [depth][width], where the width is that
 * of the tile. What lies beyond the border of the matrix is filler; whatever it holds ends up in no result.
 */
public final class Strip {
    private final float[][] arrays;
    private final int width;
    private final int step;

    private Strip(float[][] arrays, int width, int step) {
        this.arrays = arrays;
        this.width = width;
        this.step = step;
    }

    /** All in one array. */
    static Strip together(int depth, int width, IntFunction<float[]> memory) {
        return new Strip(new float[][] {memory.apply(Math.multiplyExact(depth, width))}, width, width);
    }

    /** An array for each row. */
    static Strip apart(int depth, int width, IntFunction<float[]> memory) {
        float[][] rows = new float[depth][];
        for (int k = 0; k < depth; k++) {
            rows[k] = memory.apply(width);
        }
        return new Strip(rows, width, 0);
    }

    public int width() {
        return width;
    }

    /** The array that holds row {@code k}. */
    public float[] array(int k) {
        return arrays[step == 0 ? k : 0];
    }

    /** Where row {@code k} begins in its array. */
    public int at(int k) {
        return k * step;
    }

    /** Copies elements into row {@code k}, beginning at {@code column}: every {@code stride}-th from {@code from}. */
    public void put(int k, int column, float[] source, int from, int stride, int count) {
        float[] row = array(k);
        int to = at(k) + column;
        if (stride == 1) {
            System.arraycopy(source, from, row, to, count);
        } else {
            for (int i = 0; i < count; i++) {
                row[to + i] = source[from + i * stride];
            }
        }
    }
}
