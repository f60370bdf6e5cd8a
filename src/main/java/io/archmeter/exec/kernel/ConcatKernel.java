package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Concat;
import java.util.List;

/** Joins tensors along one axis, one after the other. */
final class ConcatKernel implements Kernel<Concat> {
    @Override
    public Pass prepare(Concat op, List<Shape> inputs, Weights weights) {
        return call -> {
            int joined = 0;
            int[] begins = new int[call.inputs()];
            for (int i = 0; i < begins.length; i++) {
                begins[i] = joined;
                joined += call.input(i).extent(op.axis());
            }
            Shape shape = call.input().shape().with(op.axis(), joined);
            Tensor y = call.output(shape);
            int rows = 1;
            for (int axis = 0; axis < op.axis(); axis++) {
                rows *= y.extent(axis);
            }
            int row = y.elements() / rows;
            int inner = row / joined;
            call.workers().forEach(rows * begins.length, task -> {
                int input = task % begins.length;
                int outer = task / begins.length;
                Tensor x = call.input(input);
                int length = x.extent(op.axis()) * inner;
                int to = y.offset() + outer * row + begins[input] * inner;
                System.arraycopy(x.data(), x.offset() + outer * length, y.data(), to, length);
            });
        };
    }
}
