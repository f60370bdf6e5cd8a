package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Bilinear;
import java.util.List;

/** For each feature, the first vector by a column of a matrix, and that by an element of the second, one column after the other. */
final class BilinearKernel implements Kernel<Bilinear> {
    @Override
    public Pass prepare(Bilinear op, List<Shape> inputs, Weights weights) {
        int rows = (int) inputs.get(0).extent(inputs.get(0).rank() - 1);
        int columns = (int) inputs.get(1).extent(inputs.get(1).rank() - 1);
        int features = Math.toIntExact(op.features());
        float[] matrices = weights.draw("weight", features, rows, columns);
        float[] bias = op.bias() ? weights.draw("bias", features) : new float[features];
        return call -> {
            Tensor a = call.input(0);
            Tensor b = call.input(1);
            Tensor y = call.output(a.shape().with(a.rank() - 1, features));
            call.workers().forEach(y.elements(), element -> {
                int feature = element % features;
                int row = a.offset() + element / features * rows;
                int column = b.offset() + element / features * columns;
                double sum = bias[feature];
                long executed = 0;
                for (int j = 0; j < columns; j++) {
                    double product = 0;
                    for (int i = 0; i < rows; i++) {
                        product += (double) a.data()[row + i] * matrices[(feature * rows + i) * columns + j];
                        executed++;
                    }
                    sum += product * b.data()[column + j];
                    executed++;
                }
                y.data()[y.offset() + element] = (float) sum;
                call.count(executed, 0);
            });
        };
    }
}
