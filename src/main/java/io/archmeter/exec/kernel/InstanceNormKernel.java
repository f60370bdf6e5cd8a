package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.InstanceNorm;
import java.util.List;

/** Takes the mean off each map, its own or the running one, divides by the deviation, and scales and shifts it. */
final class InstanceNormKernel implements Kernel<InstanceNorm> {
    private record Statistics(double mean, double variance) {}

    @Override
    public Pass prepare(InstanceNorm op, List<Shape> inputs, Weights weights) {
        int channels = Math.toIntExact(inputs.get(0).channels());
        float[] weight = op.affine() ? weights.draw("weight", channels) : new float[0];
        float[] bias = op.affine() ? weights.draw("bias", channels) : new float[0];
        float[] mean = op.runningStatistics() ? weights.draw("running_mean", channels) : new float[0];
        float[] variance = op.runningStatistics() ? weights.draw("running_var", channels) : new float[0];
        if (op.runningStatistics()) {
            weights.draw("num_batches_tracked");
        }
        return call -> {
            Tensor x = call.input();
            Tensor y = call.outputInPlace(x.shape());
            int length = x.positions();
            call.workers().forEach(x.batch() * channels, map -> {
                int channel = map % channels;
                Statistics its = op.runningStatistics()
                        ? new Statistics(mean[channel], variance[channel])
                        : statistics(x.data(), x.offset() + map * length, length);
                double deviation = Math.sqrt(its.variance + op.epsilon());
                double scale = op.affine() ? weight[channel] : 1;
                double shift = op.affine() ? bias[channel] : 0;
                for (int i = map * length; i < (map + 1) * length; i++) {
                    double normalized = (x.data()[x.offset() + i] - its.mean) / deviation;
                    y.data()[y.offset() + i] = (float) (normalized * scale + shift);
                }
            });
        };
    }

    private static Statistics statistics(float[] x, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += x[i];
        }
        double mean = sum / length;
        double squares = 0;
        for (int i = from; i < from + length; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
        }
        return new Statistics(mean, squares / length);
    }
}
