package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.RmsNorm;
import java.util.List;

/** Divides what lies along the axes by the root of the mean of its squares, and scales each position. */
final class RmsNormKernel implements Kernel<RmsNorm> {
    @Override
    public Pass prepare(RmsNorm op, List<Shape> inputs, Weights weights) {
        Shape shape = inputs.get(0);
        long[] extents = op.axes().stream().mapToLong(shape::extent).toArray();
        float[] weight = op.affine() ? weights.draw("weight", extents) : new float[0];
        return call -> {
            Tensor x = call.input();
            Tensor y = call.outputInPlace(x.shape());
            Slices slices = Slices.of(x.shape(), op.axes());
            int[] steps = slices.steps();
            call.workers().forEach(slices.starts().length, slice -> {
                int from = x.offset() + slices.starts()[slice];
                int to = y.offset() + slices.starts()[slice];
                double squares = 0;
                for (int step : steps) {
                    squares += (double) x.data()[from + step] * x.data()[from + step];
                }
                double root = Math.sqrt(squares / steps.length + op.epsilon());
                for (int i = 0; i < steps.length; i++) {
                    double scale = op.affine() ? weight[i] : 1;
                    y.data()[to + steps[i]] = (float) (x.data()[from + steps[i]] / root * scale);
                }
            });
        };
    }
}
