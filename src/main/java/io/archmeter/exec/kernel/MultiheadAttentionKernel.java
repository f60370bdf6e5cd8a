package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.AttentionMask;
import io.archmeter.op.MultiheadAttention;
import java.util.Arrays;
import java.util.List;

/** Makes queries, keys and values of its inputs by a matrix each, attends, and multiplies what comes out with one more. */
final class MultiheadAttentionKernel implements Kernel<MultiheadAttention> {
    /** [channels][depth], and what is added to each channel. */
    private record Projection(float[] matrix, float[] bias) {
        Tensor of(KernelCall call, Tensor x, Tensor y) {
            int channels = bias.length;
            int depth = x.extent(2);
            call.workers().forEach(x.batch() * x.channels(), row -> {
                long executed = 0;
                for (int channel = 0; channel < channels; channel++) {
                    double sum = bias[channel];
                    for (int i = 0; i < depth; i++) {
                        sum += (double) matrix[channel * depth + i] * x.data()[x.offset() + row * depth + i];
                        executed++;
                    }
                    y.data()[y.offset() + row * channels + channel] = (float) sum;
                }
                call.count(executed, 0);
            });
            return y;
        }
    }

    @Override
    public Pass prepare(MultiheadAttention op, List<Shape> inputs, Weights weights) {
        int last = inputs.size() - (op.mask() == AttentionMask.NONE ? 1 : 2);
        int channels = (int) inputs.get(0).extent(2);
        int ofKeys = (int) inputs.get(Math.min(1, last)).extent(2);
        int ofValues = (int) inputs.get(last).extent(2);
        float[][] matrices = ofKeys == channels && ofValues == channels
                ? parts(weights.draw("in_proj_weight", 3L * channels, channels))
                : new float[][] {
                    weights.draw("q_proj_weight", channels, channels),
                    weights.draw("k_proj_weight", channels, ofKeys),
                    weights.draw("v_proj_weight", channels, ofValues)
                };
        float[][] biases = parts(op.bias() ? weights.draw("in_proj_bias", 3L * channels) : new float[3 * channels]);
        float[] outMatrix = weights.draw("out_proj.weight", channels, channels);
        float[] outBias = op.bias() ? weights.draw("out_proj.bias", channels) : new float[channels];
        int heads = Math.toIntExact(op.heads());
        return call -> {
            HeadsView[] views = new HeadsView[4];
            for (int i = 0; i < 3; i++) {
                Tensor x = call.input(Math.min(i, last));
                Tensor projected = workspace(call, x.shape().with(2, channels));
                views[i] = new HeadsView(new Projection(matrices[i], biases[i]).of(call, x, projected), heads);
            }
            views[3] = new HeadsView(workspace(call, call.input(0).shape()), heads);
            Masking mask = Masking.of(call, op.mask(), views[0], views[1]);
            AttentionKernel.attend(call, List.of(views), op.causal(), 1 / Math.sqrt(channels / heads), mask);
            new Projection(outMatrix, outBias)
                    .of(call, views[3].tensor(), call.output(call.input(0).shape()));
        };
    }

    private static float[][] parts(float[] three) {
        int length = three.length / 3;
        return new float[][] {
            Arrays.copyOfRange(three, 0, length),
            Arrays.copyOfRange(three, length, 2 * length),
            Arrays.copyOfRange(three, 2 * length, 3 * length)
        };
    }

    private static Tensor workspace(KernelCall call, Shape shape) {
        return new Tensor(call.workspace(Math.toIntExact(shape.elements())), 0, shape);
    }
}
