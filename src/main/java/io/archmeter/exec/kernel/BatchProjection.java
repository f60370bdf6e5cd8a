package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.BlockProduct;
import io.archmeter.exec.matrix.Matrix;
import io.archmeter.exec.matrix.PackedMatrix;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;

/** A matrix that is packed once and multiplied with many vectors: a block of vectors and features is a task. */
final class BatchProjection implements Projection {
    /** Vectors of a task: so many that its share of the matrix is read for few blocks, and that they fit the second cache. */
    private static final int VECTORS = 96;

    /** Tasks for each thread: enough that no thread has much more work than another. */
    private static final int ENOUGH = 4;

    private final PackedMatrix matrix;
    private final float[] bias;
    private final Tiling tiling;

    /** @param matrix [features][depth] */
    BatchProjection(float[] matrix, float[] bias, int depth, Tiling tiling) {
        Matrix rows = Matrix.of(matrix, 0, bias.length, depth, depth);
        this.matrix = new PackedMatrix(tiling, rows.transposed(), float[]::new);
        this.bias = bias;
        this.tiling = tiling;
    }

    @Override
    public void run(KernelCall call, Tensor x, Tensor y) {
        int depth = matrix.depth();
        int features = bias.length;
        int vectors = y.elements() / features;
        Matrix a = Matrix.of(x.data(), x.offset(), vectors, depth, depth);
        Matrix result = Matrix.of(y.data(), y.offset(), vectors, features, features);
        int rows = EvenSplit.size(vectors, VECTORS, tiling.rows());
        int blocks = EvenSplit.parts(vectors, rows);
        int groups = groups(blocks, call.workers().threads());
        int cuts = EvenSplit.parts(matrix.groups(), groups);
        BlockProduct[] products = new BlockProduct[call.workers().threads(blocks * cuts)];
        for (int thread = 0; thread < products.length; thread++) {
            products[thread] = BlockProduct.withPacked(tiling, call::workspace);
        }
        long work = (long) vectors * features * depth;
        call.workers().forEach(blocks * cuts, work, (task, thread) -> {
            int row = task / cuts * rows;
            int group = task % cuts * groups;
            int end = Math.min(group + groups, matrix.groups());
            Matrix part = a.part(row, 0, Math.min(rows, vectors - row), depth);
            int column = matrix.column(group);
            Matrix block = result.part(row, column, part.rows(), matrix.column(end) - column);
            call.count(multiply(products[thread], part, group, end, block, column), 0);
        });
    }

    /** Groups of features of a task: all, where there are tasks enough. */
    private int groups(int blocks, int threads) {
        int cuts = threads == 1 ? 1 : EvenSplit.parts(ENOUGH * threads, blocks);
        return EvenSplit.parts(matrix.groups(), cuts);
    }

    /** A finished block of the output; returns how many multiply-adds it took. */
    private long multiply(BlockProduct product, Matrix a, int group, int end, Matrix block, int column) {
        for (int row = 0; row < block.rows(); row++) {
            System.arraycopy(bias, column, block.data(), block.offset() + row * block.down(), block.columns());
        }
        return product.multiply(a, matrix, group, end, block, true);
    }
}
