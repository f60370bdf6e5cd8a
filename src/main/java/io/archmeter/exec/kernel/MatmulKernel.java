package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.BlockProduct;
import io.archmeter.exec.matrix.Matrix;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Matmul;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Multiplies the matrices of two tensors; where one has fewer of them, each of its own is taken for several of the other's. */
final class MatmulKernel implements Kernel<Matmul> {
    /** Rows of a task: so many that packing the other factor for them takes little of their time. */
    private static final int ROWS = 192;

    private final Tiling tiling;

    MatmulKernel(Tiling tiling) {
        this.tiling = tiling;
    }

    @Override
    public Pass prepare(Matmul op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor a = call.input(0);
            Tensor b = call.input(1);
            int rows = a.extent(a.rank() - 2);
            int columns = b.extent(b.rank() - (op.transpose() ? 2 : 1));
            List<Long> extents = batches(a.shape(), b.shape());
            Shape batches = new Shape(extents);
            extents = new ArrayList<>(extents);
            extents.add((long) rows);
            extents.add((long) columns);
            Tensor y = call.output(new Shape(extents));
            Matrix[] factors = new Matrix[2 * Math.toIntExact(batches.elements())];
            for (int batch = 0; batch < factors.length / 2; batch++) {
                factors[2 * batch] = matrix(a, matrix(a, batches, batch));
                Matrix right = matrix(b, matrix(b, batches, batch));
                factors[2 * batch + 1] = op.transpose() ? right.transposed() : right;
            }
            multiply(call, factors, y, rows, columns);
        };
    }

    private static List<Long> batches(Shape a, Shape b) {
        List<Long> extents = new ArrayList<>();
        for (int fromEnd = Math.max(a.rank(), b.rank()); fromEnd > 2; fromEnd--) {
            extents.add(extent(a, fromEnd) == 1 ? extent(b, fromEnd) : extent(a, fromEnd));
        }
        return extents;
    }

    private static long extent(Shape shape, int fromEnd) {
        return fromEnd > shape.rank() ? 1 : shape.extent(shape.rank() - fromEnd);
    }

    /** Which of a tensor's matrices stands at a place of all. */
    private static int matrix(Tensor x, Shape batches, int batch) {
        int number = 0;
        int step = 1;
        int rest = batch;
        for (int axis = batches.rank() - 1; axis >= 0; axis--) {
            int extent = (int) batches.extent(axis);
            int own = (int) extent(x.shape(), batches.rank() - axis + 2);
            number += own == 1 ? 0 : rest % extent * step;
            step *= own;
            rest /= extent;
        }
        return number;
    }

    private static Matrix matrix(Tensor x, int number) {
        int rows = x.extent(x.rank() - 2);
        int columns = x.extent(x.rank() - 1);
        return Matrix.of(x.data(), x.offset() + number * rows * columns, rows, columns, columns);
    }

    /** @param factors of each batch the left one and the right one */
    private void multiply(KernelCall call, Matrix[] factors, Tensor y, int rows, int columns) {
        int batches = factors.length / 2;
        int together = EvenSplit.size(rows, ROWS, tiling.rows());
        int blocks = EvenSplit.parts(rows, together);
        BlockProduct[] products = new BlockProduct[call.workers().threads(batches * blocks)];
        Arrays.setAll(products, thread -> BlockProduct.withAny(tiling, call::workspace));
        long work = (long) y.elements() * (batches == 0 ? 0 : factors[0].columns());
        call.workers().forEach(batches * blocks, work, (task, thread) -> {
            int batch = task / blocks;
            int row = task % blocks * together;
            Matrix a = factors[2 * batch];
            Matrix part = a.part(row, 0, Math.min(together, rows - row), a.columns());
            int to = y.offset() + (batch * rows + row) * columns;
            Matrix result = Matrix.of(y.data(), to, part.rows(), columns, columns);
            call.count(products[thread].multiply(part, factors[2 * batch + 1], result), 0);
        });
    }
}
