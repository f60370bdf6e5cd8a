package io.archmeter.exec.kernel;

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
            call.workers().forEach(Math.toIntExact(batches.elements()), batch -> {
                int from = a.offset() + matrix(a, batches, batch) * rows * a.extent(a.rank() - 1);
                int by = b.offset() + matrix(b, batches, batch) * b.extent(b.rank() - 1) * b.extent(b.rank() - 2);
                multiply(call, op.transpose(), from, by, y, y.offset() + batch * rows * columns, rows, columns);
            });
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

    private static void multiply(
            KernelCall call, boolean transpose, int from, int by, Tensor y, int to, int rows, int columns) {
        Tensor a = call.input(0);
        int depth = a.extent(a.rank() - 1);
        float[] b = call.input(1).data();
        Arrays.fill(y.data(), to, to + rows * columns, 0);
        long executed = 0;
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < depth; k++) {
                float factor = a.data()[from + row * depth + k];
                for (int column = 0; column < columns; column++) {
                    int at = by + (transpose ? column * depth + k : k * columns + column);
                    y.data()[to + row * columns + column] += factor * b[at];
                }
                executed += columns;
            }
        }
        call.count(executed, 0);
    }
}
