package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.RmsNorm;
import java.util.List;

/** Divides what lies along the axes by the root of the mean of its squares, and scales each position. */
final class RmsNormKernel implements Kernel<RmsNorm> {
    private static final float[] NONE = {};

    @Override
    public Pass prepare(RmsNorm op, List<Shape> inputs, Weights weights) {
        long[] extents = op.axes().stream().mapToLong(inputs.get(0)::extent).toArray();
        float[] weight = op.affine() ? weights.draw("weight", extents) : NONE;
        return new SliceNorm(op.axes(), op.epsilon(), false, weight, NONE).pass();
    }
}
