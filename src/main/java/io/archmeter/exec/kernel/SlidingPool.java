package io.archmeter.exec.kernel;

import io.archmeter.graph.Shape;
import io.archmeter.op.Rounding;
import io.archmeter.op.Window;
import java.util.Arrays;

/**
 * Folds what lies under a window that slides over each channel, one axis after the other: a rectangle is folded by folding its
 * columns, and then the row that came out.
 */
final class SlidingPool {
    private static final int ARRAYS = 3;

    private final Tensor x;
    private final Fold fold;
    private final SlidAxis[] axes;

    SlidingPool(Tensor x, Window window, Rounding rounding, Fold fold) {
        this.x = x;
        this.fold = fold;
        int[][] starts = Slide.starts(x, window, rounding);
        this.axes = new SlidAxis[starts.length];
        for (int a = 0; a < axes.length; a++) {
            axes[a] = SlidAxis.of(window.axes().get(a), x.extent(2 + a), starts[a]);
        }
    }

    Tensor run(Call call) {
        Shape shape = x.shape();
        for (int a = 0; a < axes.length; a++) {
            shape = shape.with(2 + a, axes[a].windows());
        }
        Tensor y = call.output(shape);
        Shares.forEach(call, x.batch() * x.channels(), ARRAYS, workspace(), (plane, arrays) -> {
            int from = x.offset() + plane * x.positions();
            int to = y.offset() + plane * y.positions();
            fold(from, y.data(), to, arrays);
        });
        return y;
    }

    /** The largest of what the axes take one after the other. */
    private int workspace() {
        long largest = 0;
        long rows = 1;
        long inner = x.positions();
        for (SlidAxis axis : axes) {
            inner /= axis.extent();
            largest = Math.max(largest, rows * axis.padded() * inner);
            rows *= axis.windows();
        }
        return Math.toIntExact(largest);
    }

    private void fold(int from, float[] y, int to, float[][] arrays) {
        float[] padded = arrays[0];
        float[] folded = arrays[1];
        float[] source = x.data();
        int begin = from;
        int rows = 1;
        int inner = x.positions();
        for (SlidAxis axis : axes) {
            inner /= axis.extent();
            pad(axis, source, begin, rows, inner, padded);
            fold(axis, rows, inner, padded, folded, arrays[2]);
            boolean last = axis == axes[axes.length - 1];
            source = last ? y : arrays[2];
            begin = last ? to : 0;
            int taken = axis.windows() * inner;
            for (int row = 0; row < rows; row++) {
                System.arraycopy(folded, row * axis.strides() * inner, source, begin + row * taken, taken);
            }
            rows *= axis.windows();
        }
    }

    /** rows×extent×inner to rows×padded×inner. */
    private void pad(SlidAxis axis, float[] source, int begin, int rows, int inner, float[] padded) {
        if (axis.padded() > axis.extent()) {
            Arrays.fill(padded, 0, rows * axis.padded() * inner, fold.ofNothing());
        }
        for (int row = 0; row < rows; row++) {
            System.arraycopy(
                    source,
                    begin + row * axis.extent() * inner,
                    padded,
                    (row * axis.padded() + axis.before()) * inner,
                    axis.extent() * inner);
        }
    }

    /**
     * rows×padded×inner to rows×strides×inner, tap by tap. The windows go on from row to row as if all rows were one; what
     * those between two rows fold is never looked at.
     */
    private void fold(SlidAxis axis, int rows, int inner, float[] padded, float[] folded, float[] tapped) {
        int windows = (rows - 1) * axis.strides() + axis.windows();
        for (int tap = 0; tap < axis.taps(); tap++) {
            take(padded, axis.position(tap) * inner, axis.stride(), inner, tap == 0 ? folded : tapped, windows);
            if (tap > 0) {
                fold.join(folded, tapped, windows * inner);
            }
        }
    }

    /** Every stride-th block of {@code inner} elements from {@code from} on. */
    private static void take(float[] padded, int from, int stride, int inner, float[] taken, int windows) {
        if (stride == 1) {
            System.arraycopy(padded, from, taken, 0, windows * inner);
        } else if (inner == 1) {
            for (int window = 0; window < windows; window++) {
                taken[window] = padded[from + window * stride];
            }
        } else {
            for (int window = 0; window < windows; window++) {
                System.arraycopy(padded, from + window * stride * inner, taken, window * inner, inner);
            }
        }
    }
}
