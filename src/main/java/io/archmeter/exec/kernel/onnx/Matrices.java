package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Products of matrices in the last two axes; the axes before are stretched over each other. */
final class Matrices {
    private Matrices() {}

    /** {@code MatMul}. */
    static void product(OnnxCall call) {
        put(call, product(call, call.input(0), call.input(1)), 1);
    }

    /** {@code FusedMatMul}: either matrix may lie on its side, and the product is scaled. */
    static void fused(OnnxCall call) {
        Tensor a = call.settings().flag("transBatchA", false) ? rowsBehind(call.input(0)) : call.input(0);
        Tensor b = call.settings().flag("transBatchB", false) ? rowsBehind(call.input(1)) : call.input(1);
        Tensor left = call.settings().flag("transA", false) ? onItsSide(a) : a;
        Tensor right = call.settings().flag("transB", false) ? onItsSide(b) : b;
        put(call, product(call, left, right), call.settings().real("alpha", 1));
    }

    /** The first axis, which is that of rows, behind those of the batch. */
    private static Tensor rowsBehind(Tensor tensor) {
        int[] axes = new int[tensor.rank()];
        int last = axes.length - 1;
        Arrays.setAll(axes, axis -> axis == last ? last : axis == last - 1 ? 0 : axis + 1);
        return Arrangements.turned(tensor, axes);
    }

    /** {@code Gemm}: α·A·B + β·C. */
    static void general(OnnxCall call) {
        Tensor a = call.settings().flag("transA", false) ? onItsSide(call.input(0)) : call.input(0);
        Tensor b = call.settings().flag("transB", false) ? onItsSide(call.input(1)) : call.input(1);
        double alpha = call.settings().real("alpha", 1);
        double beta = call.settings().real("beta", 1);
        Tensor product = product(call, a, b);
        Tensor y = call.output(product.shape());
        int[] steps = call.has(2) ? Joins.steps(stretchable(call), 2) : new int[2];
        var activation = Functions.of(call.settings().text("activation", ""), new KernelSettings(Map.of()));
        Positions.each(Positions.extents(y.shape()), (position, number) -> {
            double sum = alpha * product.data()[number];
            if (call.has(2)) {
                Tensor c = call.input(2);
                sum += beta * c.data()[c.offset() + Positions.place(position, steps)];
            }
            y.data()[y.offset() + number] =
                    (float) (activation.isPresent() ? activation.get().applyAsDouble(sum) : sum);
        });
    }

    private static Shape stretchable(OnnxCall call) {
        return call.input(2).shape();
    }

    static void put(OnnxCall call, Tensor product, double scale) {
        Tensor y = call.output(product.shape());
        for (int i = 0; i < y.elements(); i++) {
            y.data()[y.offset() + i] = (float) (product.data()[i] * scale);
        }
    }

    /** The same with the last two axes exchanged. */
    static Tensor onItsSide(Tensor matrix) {
        int[] extents = Positions.extents(matrix.shape());
        int rows = extents[extents.length - 2];
        int columns = extents[extents.length - 1];
        extents[extents.length - 2] = columns;
        extents[extents.length - 1] = rows;
        Tensor turned = new Tensor(new float[matrix.elements()], 0, Positions.shape(extents));
        for (int i = 0; i < matrix.elements(); i++) {
            int inMatrix = i % (rows * columns);
            turned.data()[i - inMatrix + inMatrix % columns * rows + inMatrix / columns] =
                    matrix.data()[matrix.offset() + i];
        }
        return turned;
    }

    /** The product, counted; one axis is a row in front and a column behind. */
    static Tensor product(OnnxCall call, Tensor a, Tensor b) {
        int[] left = Positions.extents(a.shape());
        int[] right = Positions.extents(b.shape());
        int depth = left[left.length - 1];
        int rows = left.length == 1 ? 1 : left[left.length - 2];
        int columns = right.length == 1 ? 1 : right[right.length - 1];
        Shape batchA = Positions.shape(Arrays.copyOf(left, Math.max(0, left.length - 2)));
        Shape batchB = Positions.shape(Arrays.copyOf(right, Math.max(0, right.length - 2)));
        int[] batch = Joins.stretched(List.of(batchA, batchB));
        int[] stepsA = Joins.steps(batchA, batch.length);
        int[] stepsB = Joins.steps(batchB, batch.length);
        List<Long> extents = new ArrayList<>(Positions.shape(batch).extents());
        if (left.length > 1) {
            extents.add((long) rows);
        }
        if (right.length > 1) {
            extents.add((long) columns);
        }
        Tensor y = new Tensor(new float[Positions.elements(batch) * rows * columns], 0, new Shape(extents));
        LongAdder done = new LongAdder();
        Positions.each(batch, (position, number) -> {
            int fromA = a.offset() + Positions.place(position, stepsA) * rows * depth;
            int fromB = b.offset() + Positions.place(position, stepsB) * depth * columns;
            call.workers().forEach(rows, row -> {
                int to = (number * rows + row) * columns;
                long multiplied = 0;
                for (int k = 0; k < depth; k++) {
                    float factor = a.data()[fromA + row * depth + k];
                    int from = fromB + k * columns;
                    for (int column = 0; column < columns; column++) {
                        y.data()[to + column] += factor * b.data()[from + column];
                    }
                    multiplied += columns;
                }
                done.add(multiplied);
            });
        });
        call.count(done.sum());
        return y;
    }
}
