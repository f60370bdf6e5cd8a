package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.DotProducts;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Linear;
import java.util.List;

/** A fully connected layer over the last axis. */
final class LinearKernel implements Kernel<Linear> {
    private final Tiling tiling;
    private final DotProducts products;

    LinearKernel(Tiling tiling, DotProducts products) {
        this.tiling = tiling;
        this.products = products;
    }

    @Override
    public Pass prepare(Linear op, List<Shape> inputs, Weights weights) {
        Shape in = inputs.get(0);
        int depth = Math.toIntExact(in.extent(in.rank() - 1));
        int features = Math.toIntExact(op.features());
        float[] matrix = weights.draw("weight", features, depth);
        float[] bias = op.bias() ? weights.draw("bias", features) : new float[features];
        long vectors = in.elements() / Math.max(1, depth);
        Projection projection = Projection.of(matrix, bias, depth, vectors, tiling, products);
        return call -> {
            Tensor x = call.input();
            projection.run(call, x, call.output(x.shape().with(x.rank() - 1, features)));
        };
    }
}
