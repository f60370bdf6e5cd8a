package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.DotProducts;
import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Linear;
import java.util.List;

/**
 * A fully connected layer over the last axis. The matrix is used as it was drawn, [features][depth]: with few vectors to multiply, the
 * time goes into reading it once, and a packed copy would be read and written besides.
 */
final class LinearKernel implements Kernel<Linear> {
    /** Features of a task. */
    private static final int BLOCK = 8 * DotProducts.ROWS;

    /** Elements of a row that are multiplied with all vectors in turn: those of all rows together fit the second cache. */
    private static final int DEPTH = 1 << 13;

    private final DotProducts products;

    LinearKernel(DotProducts products) {
        this.products = products;
    }

    @Override
    public Pass prepare(Linear op, List<Shape> inputs, Weights weights) {
        Shape in = inputs.get(0);
        int depth = Math.toIntExact(in.extent(in.rank() - 1));
        int features = Math.toIntExact(op.features());
        float[] matrix = weights.draw("weight", features, depth);
        float[] bias = op.bias() ? weights.draw("bias", features) : new float[features];
        return call -> {
            Tensor x = call.input();
            Tensor y = call.output(x.shape().with(x.rank() - 1, features));
            for (int to = y.offset(); to < y.end(); to += features) {
                System.arraycopy(bias, 0, y.data(), to, features);
            }
            call.workers().forEach(EvenSplit.parts(features, BLOCK), block -> {
                int begin = block * BLOCK;
                int end = Math.min(features, begin + BLOCK);
                call.count(multiply(matrix, begin, end, x, depth, y, features), 0);
            });
        };
    }

    /** Adds the products to some features of all vectors; returns how many multiply-adds that took. */
    private long multiply(float[] matrix, int begin, int end, Tensor x, int depth, Tensor y, int features) {
        long executed = 0;
        int vectors = x.elements() / depth;
        for (int part = 0; part < depth; part += DEPTH) {
            int length = Math.min(DEPTH, depth - part);
            int feature = begin;
            while (feature < end) {
                int rows = feature + DotProducts.ROWS <= end ? DotProducts.ROWS : 1;
                int from = feature * depth + part;
                for (int vector = 0; vector < vectors; vector++) {
                    int at = x.offset() + vector * depth + part;
                    int to = y.offset() + vector * features + feature;
                    if (rows == DotProducts.ROWS) {
                        products.addRows(matrix, from, depth, x.data(), at, length, y.data(), to);
                    } else {
                        products.addRow(matrix, from, x.data(), at, length, y.data(), to);
                    }
                    executed += (long) rows * length;
                }
                feature += rows;
            }
        }
        return executed;
    }
}
