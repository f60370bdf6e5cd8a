package io.archmeter.exec.kernel;

import io.archmeter.op.Axis;
import java.util.Arrays;

/** One axis of a pool: folds what lies under each window, for any number of rows at once and for blocks in place of elements. */
final class PooledAxis {
    /** How many arrays {@link #fold} takes for intermediate results. */
    static final int ARRAYS = 3;

    private static final int NEAR = 2;

    private final Axis axis;
    private final int extent;
    private final int windows;
    private final boolean foldsNothing;

    /**
     * The padded extent in strides, so many that every window lies wholly in it. In whole strides, so that the windows go on from
     * row to row as if all rows were one.
     */
    private final int strides;

    PooledAxis(Axis axis, int extent, int[] starts) {
        this.axis = axis;
        this.extent = extent;
        this.windows = starts.length;
        this.foldsNothing = Arrays.stream(starts).anyMatch(this::isBeside);
        long end = axis.padBegin() + (long) extent;
        for (int start : starts) {
            end = Math.max(end, axis.padBegin() + start + (axis.kernel() - 1L) * axis.dilation() + 1);
        }
        this.strides = Math.toIntExact((end + axis.stride() - 1) / axis.stride());
    }

    int extent() {
        return extent;
    }

    int windows() {
        return windows;
    }

    /** Whether no tap of some window falls on the input. */
    boolean foldsNothing() {
        return foldsNothing;
    }

    private boolean isBeside(int start) {
        for (int tap = 0; tap < axis.kernel(); tap++) {
            long at = start + (long) tap * axis.dilation();
            if (at >= 0 && at < extent) {
                return false;
            }
        }
        return true;
    }

    /** How long each array for intermediate results has to be, at least. */
    long workspace(long rows, long block) {
        return rows * padded() * block;
    }

    private int padded() {
        return Math.multiplyExact(strides, axis.stride());
    }

    /** rows×extent×block to rows×windows×block; all of {@code x} is read before {@code y} is written. */
    void fold(Reduction fold, float[] x, int from, int rows, int block, float[] y, int to, float[][] arrays) {
        float[] folded = arrays[0];
        float[] tapped = arrays[1];
        float[] padded = x;
        int begin = from;
        if (padded() > extent) {
            padded = arrays[2];
            begin = 0;
            pad(fold, x, from, rows, block, padded);
        }
        if (block == 1 && axis.stride() == NEAR && windows > 0) {
            foldAll(fold, padded, begin, rows, y, to, arrays);
            return;
        }
        int all = (rows - 1) * strides + windows;
        for (int tap = 0; tap < axis.kernel(); tap++) {
            take(padded, begin + tap * axis.dilation() * block, block, all, tap == 0 ? folded : tapped);
            if (tap > 0) {
                fold.join(folded, tapped, all * block);
            }
        }
        // What the windows between two rows have folded is left out.
        copyRows(folded, 0, strides * block, y, to, windows * block, windows * block, rows);
    }

    /** Folds at each element and keeps every second: loops over neighbours are vectors, and those that skip elements are not. */
    private void foldAll(Reduction fold, float[] padded, int begin, int rows, float[] y, int to, float[][] arrays) {
        float[] folded = arrays[0];
        int all = (rows - 1) * padded() + (windows - 1) * NEAR + 1;
        for (int tap = 0; tap < axis.kernel(); tap++) {
            System.arraycopy(padded, begin + tap * axis.dilation(), arrays[Math.min(tap, 1)], 0, all);
            if (tap > 0) {
                fold.join(folded, arrays[1], all);
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < windows; i++) {
                y[to + row * windows + i] = folded[row * padded() + NEAR * i];
            }
        }
    }

    private void pad(Reduction fold, float[] x, int from, int rows, int block, float[] padded) {
        Arrays.fill(padded, 0, rows * padded() * block, fold.ofNothing());
        copyRows(x, from, extent * block, padded, axis.padBegin() * block, padded() * block, extent * block, rows);
    }

    /** Every stride-th block from {@code from} on. */
    private void take(float[] padded, int from, int block, int blocks, float[] taken) {
        if (axis.stride() == 1) {
            System.arraycopy(padded, from, taken, 0, blocks * block);
        } else if (block == 1) {
            for (int i = 0, at = from; i < blocks; i++, at += axis.stride()) {
                taken[i] = padded[at];
            }
        } else {
            copyRows(padded, from, axis.stride() * block, taken, 0, block, block, blocks);
        }
    }

    private static void copyRows(float[] x, int from, int xStep, float[] y, int to, int yStep, int length, int rows) {
        if (xStep == length && yStep == length) {
            System.arraycopy(x, from, y, to, rows * length);
            return;
        }
        for (int row = 0; row < rows; row++) {
            System.arraycopy(x, from + row * xStep, y, to + row * yStep, length);
        }
    }
}
