package io.archmeter.exec.kernel;

import io.archmeter.graph.Shape;
import io.archmeter.op.Linear;
import java.util.List;

/** A fully connected layer over the last axis. */
final class LinearKernel implements Kernel<Linear> {
    @Override
    public Pass prepare(Linear op, List<Shape> inputs, Weights weights) {
        Shape in = inputs.get(0);
        int depth = (int) in.extent(in.rank() - 1);
        int features = (int) op.features();
        float[] matrix = weights.draw("weight", features, depth);
        float[] bias = op.bias() ? weights.draw("bias", features) : new float[features];
        return call -> {
            Tensor x = call.input();
            Tensor y = call.output(x.shape().with(x.rank() - 1, features));
            int rows = x.elements() / depth;
            call.workers().forEach(features, feature -> {
                long executed = 0;
                for (int row = 0; row < rows; row++) {
                    float sum = bias[feature];
                    for (int i = 0; i < depth; i++) {
                        sum += matrix[feature * depth + i] * x.data()[x.offset() + row * depth + i];
                        executed++;
                    }
                    y.data()[y.offset() + row * features + feature] = sum;
                }
                call.count(executed, 0);
            });
        };
    }
}
