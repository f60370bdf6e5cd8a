package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.LogSoftmax;
import java.util.List;

/** Takes off the logarithm of the sum of all exponentials along one axis; the largest element is taken out first. */
final class LogSoftmaxKernel implements Kernel<LogSoftmax> {
    @Override
    public Pass prepare(LogSoftmax op, List<Shape> inputs, Weights weights) {
        return SoftmaxKernel.along(op.axis(), LogSoftmaxKernel::normalize);
    }

    private static void normalize(float[] x, int from, float[] y, int to, int step, int extent) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < extent; i++) {
            largest = Math.max(largest, x[from + i * step]);
        }
        double sum = 0;
        for (int i = 0; i < extent; i++) {
            sum += Math.exp(x[from + i * step] - largest);
        }
        double taken = largest + Math.log(sum);
        for (int i = 0; i < extent; i++) {
            y[to + i * step] = (float) (x[from + i * step] - taken);
        }
    }
}
