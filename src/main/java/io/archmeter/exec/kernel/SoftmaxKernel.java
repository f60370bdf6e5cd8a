package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Softmax;
import java.util.List;

/** Exponentials along one axis that add up to 1, or their logarithms; the largest element is taken out first, so that none overflows. */
final class SoftmaxKernel implements Kernel<Softmax> {
    @Override
    public Pass prepare(Softmax op, List<Shape> inputs, Weights weights) {
        return along(op.axis(), op.logarithm() ? SoftmaxKernel::logarithms : SoftmaxKernel::normalize);
    }

    /** Computes the elements of one line, which lie {@code step} apart. */
    private interface Line {
        void compute(float[] x, int from, float[] y, int to, int step, int extent);
    }

    /** All lines along an axis. */
    private static Pass along(int axis, Line line) {
        return call -> {
            Tensor x = call.input();
            Tensor y = call.outputInPlace(x.shape());
            int extent = x.extent(axis);
            int inner = 1;
            for (int after = axis + 1; after < x.rank(); after++) {
                inner *= x.extent(after);
            }
            int step = inner;
            call.workers().forEach(x.elements() / extent, number -> {
                int first = number / step * step * extent + number % step;
                line.compute(x.data(), x.offset() + first, y.data(), y.offset() + first, step, extent);
            });
        };
    }

    /** One line of elements that lie side by side, put out where it lies. */
    static void normalize(float[] x, int from, int extent) {
        normalize(x, from, x, from, 1, extent);
    }

    /** One line of elements, each {@code step} behind the one before; it may be put out where it lies. */
    static void normalize(float[] x, int from, float[] y, int to, int step, int extent) {
        float largest = largest(x, from, step, extent);
        double sum = 0;
        for (int i = 0; i < extent; i++) {
            double power = Math.exp(x[from + i * step] - largest);
            y[to + i * step] = (float) power;
            sum += power;
        }
        for (int i = 0; i < extent; i++) {
            y[to + i * step] /= (float) sum;
        }
    }

    private static void logarithms(float[] x, int from, float[] y, int to, int step, int extent) {
        float largest = largest(x, from, step, extent);
        double sum = 0;
        for (int i = 0; i < extent; i++) {
            sum += Math.exp(x[from + i * step] - largest);
        }
        double taken = largest + Math.log(sum);
        for (int i = 0; i < extent; i++) {
            y[to + i * step] = (float) (x[from + i * step] - taken);
        }
    }

    private static float largest(float[] x, int from, int step, int extent) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < extent; i++) {
            largest = Math.max(largest, x[from + i * step]);
        }
        return largest;
    }
}
