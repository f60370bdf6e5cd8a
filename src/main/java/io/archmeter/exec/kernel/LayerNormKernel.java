package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.LayerNorm;
import java.util.List;

/** Takes the mean off what lies along the axes, divides by its deviation, and scales and shifts each position. */
final class LayerNormKernel implements Kernel<LayerNorm> {
    @Override
    public Pass prepare(LayerNorm op, List<Shape> inputs, Weights weights) {
        Shape shape = inputs.get(0);
        long[] extents = op.axes().stream().mapToLong(shape::extent).toArray();
        float[] weight = op.affine() ? weights.draw("weight", extents) : new float[0];
        float[] bias = op.bias() ? weights.draw("bias", extents) : new float[0];
        return call -> {
            Tensor x = call.input();
            Tensor y = call.outputInPlace(x.shape());
            Slices slices = Slices.of(x.shape(), op.axes());
            int[] steps = slices.steps();
            call.workers().forEach(slices.starts().length, slice -> {
                int from = x.offset() + slices.starts()[slice];
                int to = y.offset() + slices.starts()[slice];
                double mean = mean(x.data(), from, steps);
                double deviation = Math.sqrt(variance(x.data(), from, steps, mean) + op.epsilon());
                for (int i = 0; i < steps.length; i++) {
                    double normalized = (x.data()[from + steps[i]] - mean) / deviation;
                    double scale = op.affine() ? weight[i] : 1;
                    double shift = op.bias() ? bias[i] : 0;
                    y.data()[to + steps[i]] = (float) (normalized * scale + shift);
                }
            });
        };
    }

    private static double mean(float[] x, int from, int[] steps) {
        double sum = 0;
        for (int step : steps) {
            sum += x[from + step];
        }
        return sum / steps.length;
    }

    private static double variance(float[] x, int from, int[] steps, double mean) {
        double sum = 0;
        for (int step : steps) {
            double distance = x[from + step] - mean;
            sum += distance * distance;
        }
        return sum / steps.length;
    }
}
