package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.DotProducts;
import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;

/**
 * A matrix as it was drawn, [features][depth]: with few vectors to multiply, the time goes into reading it once, and a packed copy
 * would be read and written besides.
 */
record VectorProjection(float[] matrix, float[] bias, int depth, DotProducts products) implements Projection {
    /** Features of a task. */
    private static final int BLOCK = 8 * DotProducts.ROWS;

    /** Elements of a row that are multiplied with all vectors in turn: those of all rows together fit the second cache. */
    private static final int DEPTH = 1 << 13;

    @Override
    public void run(KernelCall call, Tensor x, Tensor y) {
        int features = bias.length;
        long work = (long) x.elements() * features;
        call.workers().forEach(EvenSplit.parts(features, BLOCK), work, (block, thread) -> {
            int begin = block * BLOCK;
            int end = Math.min(features, begin + BLOCK);
            for (int to = y.offset(); to < y.end(); to += features) {
                System.arraycopy(bias, begin, y.data(), to + begin, end - begin);
            }
            call.count(multiply(begin, end, x, y), 0);
        });
    }

    /** Adds the products to some features of all vectors; returns how many multiply-adds that took. */
    private long multiply(int begin, int end, Tensor x, Tensor y) {
        long executed = 0;
        int vectors = y.elements() / bias.length;
        for (int part = 0; part < depth; part += DEPTH) {
            int length = Math.min(DEPTH, depth - part);
            int feature = begin;
            while (feature < end) {
                int rows = feature + DotProducts.ROWS <= end ? DotProducts.ROWS : 1;
                int from = feature * depth + part;
                for (int vector = 0; vector < vectors; vector++) {
                    int at = x.offset() + vector * depth + part;
                    int to = y.offset() + vector * bias.length + feature;
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
