package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.GroupNorm;
import java.util.List;

/** Takes the mean off each group of channels of each sample, divides by its deviation, and scales and shifts each channel. */
final class GroupNormKernel implements Kernel<GroupNorm> {
    @Override
    public Pass prepare(GroupNorm op, List<Shape> inputs, Weights weights) {
        int channels = Math.toIntExact(inputs.get(0).channels());
        float[] weight = op.affine() ? weights.draw("weight", channels) : new float[0];
        float[] bias = op.affine() ? weights.draw("bias", channels) : new float[0];
        int groups = Math.toIntExact(op.groups());
        int together = channels / groups;
        return call -> {
            Tensor x = call.input();
            Tensor y = call.outputInPlace(x.shape());
            int length = together * x.positions();
            call.workers().forEach(x.batch() * groups, group -> {
                int first = group * length;
                double mean = mean(x, first, length);
                double deviation = Math.sqrt(variance(x, first, length, mean) + op.epsilon());
                Copy.elements(x, y, first, length);
                for (int c = 0; c < together; c++) {
                    int channel = group % groups * together + c;
                    float scale = (float) ((op.affine() ? weight[channel] : 1) / deviation);
                    float shift = op.affine() ? bias[channel] : 0;
                    int begin = y.offset() + first + c * x.positions();
                    normalize(y.data(), begin, begin + x.positions(), (float) mean, scale, shift);
                }
            });
        };
    }

    private static double mean(Tensor x, int first, int length) {
        double sum = 0;
        for (int i = x.offset() + first; i < x.offset() + first + length; i++) {
            sum += x.data()[i];
        }
        return sum / length;
    }

    private static double variance(Tensor x, int first, int length, double mean) {
        double sum = 0;
        for (int i = x.offset() + first; i < x.offset() + first + length; i++) {
            double distance = x.data()[i] - mean;
            sum += distance * distance;
        }
        return sum / length;
    }

    private static void normalize(float[] y, int begin, int end, float mean, float scale, float shift) {
        for (int i = begin; i < end; i++) {
            y[i] = (y[i] - mean) * scale + shift;
        }
    }
}
