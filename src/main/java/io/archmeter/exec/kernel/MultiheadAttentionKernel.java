package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.DotProducts;
import io.archmeter.exec.matrix.Tiling;
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
    private final Tiling tiling;
    private final DotProducts products;
    private final AttentionKernel attention;

    MultiheadAttentionKernel(Tiling tiling, DotProducts products, AttentionKernel.Softmax softmax) {
        this.tiling = tiling;
        this.products = products;
        this.attention = new AttentionKernel(tiling, softmax);
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
        Projection[] projections = new Projection[3];
        Arrays.setAll(projections, i -> projection(matrices[i], biases[i], inputs.get(Math.min(i, last))));
        Projection out = projection(outMatrix, outBias, inputs.get(0));
        return call -> {
            HeadsView[] views = new HeadsView[4];
            for (int i = 0; i < 3; i++) {
                Tensor x = call.input(Math.min(i, last));
                Tensor projected = workspace(call, x.shape().with(2, channels));
                projections[i].run(call, x, projected);
                views[i] = new HeadsView(projected, heads);
            }
            views[3] = new HeadsView(workspace(call, call.input(0).shape()), heads);
            Masking mask = Masking.of(call, op.mask(), views[0], views[1]);
            attention.attend(call, List.of(views), op.causal(), 1 / Math.sqrt(channels / heads), mask);
            out.run(call, views[3].tensor(), call.output(call.input(0).shape()));
        };
    }

    /** @param x the shape of what it is multiplied with, or one of as many vectors */
    private Projection projection(float[] matrix, float[] bias, Shape x) {
        int depth = matrix.length / bias.length;
        return Projection.of(matrix, bias, depth, x.extent(0) * x.extent(1), tiling, products);
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
