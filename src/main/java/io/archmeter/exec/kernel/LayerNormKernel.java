package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.LayerNorm;
import java.util.List;

/** Takes the mean off what lies along the axes, divides by its deviation, and scales and shifts each position. */
final class LayerNormKernel implements Kernel<LayerNorm> {
    private static final float[] NONE = {};

    @Override
    public Pass prepare(LayerNorm op, List<Shape> inputs, Weights weights) {
        long[] extents = op.axes().stream().mapToLong(inputs.get(0)::extent).toArray();
        float[] weight = op.affine() ? weights.draw("weight", extents) : NONE;
        float[] bias = op.bias() ? weights.draw("bias", extents) : NONE;
        return new SliceNorm(op.axes(), op.epsilon(), true, weight, bias).pass();
    }
}
