package io.archmeter.exec.matrix;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * A part of a factor of a matrix product, packed as tiles read it: row k holds what is multiplied at step k of the sums, which is a
 * column of the left factor or a row of the right one. What lies beyond the border of the matrix is filler; whatever it holds ends up
 * in no result.
 */
public final class Panel {
    private final float[][] arrays;
    private final int first;
    private final int pitch;
    private final Strider strider;

    private Panel(float[][] arrays, int first, int pitch, Strider strider) {
        this.arrays = arrays;
        this.first = first;
        this.pitch = pitch;
        this.strider = strider;
    }

    /**
     * All rows in one array.
     *
     * @param pitch elements from one row to the next
     */
    static Panel together(int depth, int pitch, Strider strider, IntFunction<float[]> memory) {
        return new Panel(new float[][] {memory.apply(Math.multiplyExact(depth, pitch))}, 0, pitch, strider);
    }

    /** An array for each row. */
    static Panel apart(int depth, int width, Strider strider, IntFunction<float[]> memory) {
        float[][] rows = new float[depth][];
        for (int k = 0; k < depth; k++) {
            rows[k] = memory.apply(width);
        }
        return new Panel(rows, 0, 0, strider);
    }

    /** The same rows from row {@code k} on. */
    public Panel from(int k) {
        return new Panel(arrays, first + k, pitch, strider);
    }

    /** The array that holds row {@code k}. */
    public float[] array(int k) {
        return arrays[pitch == 0 ? first + k : 0];
    }

    /** Where row {@code k} begins in its array. */
    public int at(int k) {
        return (first + k) * pitch;
    }

    /** Elements from one row to the next, where one array holds them all. */
    public int pitch() {
        return pitch;
    }

    /** Copies elements into row {@code k}, beginning at {@code column}: every {@code stride}-th from {@code from}. */
    public void put(int k, int column, float[] source, int from, int stride, int count) {
        if (stride == 1) {
            System.arraycopy(source, from, array(k), at(k) + column, count);
        } else {
            strider.copy(source, from, stride, array(k), at(k) + column, count);
        }
    }

    /** Makes elements of row {@code k} 0. Filler is read, too, and machines take longer for numbers that are nearly 0. */
    void clear(int k, int column, int count) {
        int from = at(k) + column;
        Arrays.fill(array(k), from, from + count, 0);
    }
}
