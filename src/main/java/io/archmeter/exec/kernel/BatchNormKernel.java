package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.BatchNorm;
import java.util.Arrays;
import java.util.List;

/** Scales and shifts each channel: y = (x − mean) / √(variance + epsilon) · weight + bias. */
final class BatchNormKernel implements Kernel<BatchNorm> {
    @Override
    public Pass prepare(BatchNorm op, List<Shape> inputs, Weights weights) {
        int channels = (int) inputs.get(0).channels();
        float[] weight = op.affine() ? weights.draw("weight", channels) : filled(channels, 1);
        float[] bias = op.affine() ? weights.draw("bias", channels) : filled(channels, 0);
        if (!op.runningStatistics()) {
            return call -> normalize(call, channel -> {
                ChannelStatistics batch = ChannelStatistics.of(call.input(), channel);
                return Line.of(weight[channel], bias[channel], batch.mean(), batch.variance() + op.epsilon());
            });
        }
        float[] mean = weights.draw("running_mean", channels);
        float[] variance = weights.draw("running_var", channels);
        if (!op.frozen() && op.counted()) {
            weights.draw("num_batches_tracked");
        }
        Line[] lines = new Line[channels];
        Arrays.setAll(lines, c -> Line.of(weight[c], bias[c], mean[c], variance[c] + op.epsilon()));
        return call -> normalize(call, channel -> lines[channel]);
    }

    private interface Lines {
        Line of(int channel);
    }

    private static void normalize(KernelCall call, Lines lines) {
        Tensor x = call.input();
        Tensor y = call.outputInPlace(x.shape());
        int positions = x.positions();
        call.workers().forEach(x.channels(), x.elements(), (channel, thread) -> {
            Line line = lines.of(channel);
            for (int sample = 0; sample < x.batch(); sample++) {
                int first = (sample * x.channels() + channel) * positions;
                Copy.elements(x, y, first, positions);
                line.apply(y.data(), y.offset() + first, y.offset() + first + positions);
            }
        });
    }

    private static float[] filled(int channels, float value) {
        float[] filled = new float[channels];
        Arrays.fill(filled, value);
        return filled;
    }

    /** The mean is taken off first: where elements hardly differ from it, a shift that holds it would leave rounding errors. */
    private record Line(float mean, float scale, float bias) {
        static Line of(float weight, float bias, double mean, double variance) {
            return new Line((float) mean, (float) (weight / Math.sqrt(variance)), bias);
        }

        void apply(float[] y, int begin, int end) {
            for (int i = begin; i < end; i++) {
                y[i] = (y[i] - mean) * scale + bias;
            }
        }
    }
}
