package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.PerThread;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.WindowPlacement;
import io.archmeter.op.Rounding;
import io.archmeter.op.Window;
import java.util.Arrays;

/**
 * Folds what lies under a window that slides over each channel, one axis after the other: a rectangle is folded by folding its
 * columns, and then the row that came out.
 */
final class SlidingPool {
    /** Elements of small channels that are folded at once: so many that loops are long, and all stays in the first cache. */
    private static final int BLOCK = 1 << 11;

    private final Tensor x;
    private final Reduction fold;
    private final PooledAxis[] axes;

    SlidingPool(Tensor x, Window window, Rounding rounding, Reduction fold) {
        this.x = x;
        this.fold = fold;
        int[][] starts = WindowPlacement.starts(x, window, rounding);
        this.axes = new PooledAxis[starts.length];
        for (int a = 0; a < axes.length; a++) {
            axes[a] = new PooledAxis(window.axes().get(a), x.extent(2 + a), starts[a]);
        }
    }

    Tensor run(KernelCall call) {
        long[] windows = Arrays.stream(axes).mapToLong(PooledAxis::windows).toArray();
        Tensor y = call.output(x.shape().withSpatial(windows));
        int all = x.batch() * x.channels();
        int together = Math.max(1, Math.min(all, BLOCK / x.positions()));
        int tasks = (all + together - 1) / together;
        // One array more for what the axes before have left.
        PerThread.forEach(call, tasks, PooledAxis.ARRAYS + 1, workspace(together), (task, arrays) -> {
            int first = task * together;
            fold(first, Math.min(together, all - first), y, arrays);
        });
        return y;
    }

    /** Whether there is a window that takes nothing of the input. */
    boolean foldsNothing() {
        return Arrays.stream(axes).anyMatch(PooledAxis::foldsNothing);
    }

    private int workspace(int channels) {
        long largest = 0;
        long rows = channels;
        long block = x.positions();
        for (PooledAxis axis : axes) {
            block /= axis.extent();
            largest = Math.max(largest, axis.workspace(rows, block));
            rows *= axis.windows();
        }
        return Math.toIntExact(largest);
    }

    private void fold(int first, int channels, Tensor y, float[][] arrays) {
        float[] source = x.data();
        int from = x.offset() + first * x.positions();
        int rows = channels;
        int block = x.positions();
        for (int a = 0; a < axes.length; a++) {
            boolean last = a == axes.length - 1;
            float[] target = last ? y.data() : arrays[PooledAxis.ARRAYS];
            int to = last ? y.offset() + first * y.positions() : 0;
            block /= axes[a].extent();
            axes[a].fold(fold, source, from, rows, block, target, to, arrays);
            rows *= axes[a].windows();
            source = target;
            from = to;
        }
    }
}
