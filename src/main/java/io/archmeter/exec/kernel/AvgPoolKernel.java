package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.exec.tensor.WindowPlacement;
import io.archmeter.graph.Shape;
import io.archmeter.op.AvgPool;
import io.archmeter.op.Axis;
import java.util.List;

/** The mean of the elements under a window. */
final class AvgPoolKernel implements Kernel<AvgPool> {
    @Override
    public Pass prepare(AvgPool op, List<Shape> inputs, Weights weights) {
        return call -> means(op, call.input(), call);
    }

    /** The means of any tensor, as the output of the call. */
    static Tensor means(AvgPool op, Tensor x, KernelCall call) {
        Tensor y = new SlidingPool(x, op.window(), op.rounding(), Reduction.SUM).run(call);
        int positions = y.positions();
        float[] divisors = call.workspace(positions);
        divisors(op, x, divisors);
        call.workers().forEach(y.batch() * y.channels(), plane -> {
            int from = y.offset() + plane * positions;
            for (int i = 0; i < positions; i++) {
                y.data()[from + i] /= divisors[i];
            }
        });
        return y;
    }

    /** The elements of each mean: the product of those along each axis. */
    private static void divisors(AvgPool op, Tensor x, float[] divisors) {
        int[][] starts = WindowPlacement.starts(x, op.window(), op.rounding());
        divisors[0] = 1;
        int length = 1;
        for (int a = 0; a < starts.length; a++) {
            int windows = starts[a].length;
            // From the back, so that no product is overwritten before it was used.
            for (int i = length * windows - 1; i >= 0; i--) {
                int start = starts[a][i % windows];
                divisors[i] =
                        divisors[i / windows] * counted(op, op.window().axes().get(a), start, x.extent(2 + a));
            }
            length *= windows;
        }
    }

    /**
     * The taps of a window that count: all that do not hang over the padding, as in PyTorch's avg_pool kernels and Caffe's
     * pooling_layer.cpp, or those on the input alone.
     */
    private static int counted(AvgPool op, Axis axis, int start, int extent) {
        if (op.countIncludePad()) {
            return Math.min(start + axis.kernel(), extent + axis.padEnd()) - start;
        }
        return Math.min(start + axis.kernel(), extent) - Math.max(start, 0);
    }
}
