package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Stack;
import java.util.ArrayList;
import java.util.List;

/** Lays tensors beside each other along a new axis. */
final class StackKernel implements Kernel<Stack> {
    @Override
    public Pass prepare(Stack op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<Long> extents = new ArrayList<>(call.input().shape().extents());
            extents.add(op.axis(), (long) call.inputs());
            Tensor y = call.output(new Shape(extents));
            int before = 1;
            for (int axis = 0; axis < op.axis(); axis++) {
                before *= y.extent(axis);
            }
            int row = call.input().elements() / before;
            call.workers().forEach(before * call.inputs(), task -> {
                Tensor x = call.input(task % call.inputs());
                int from = x.offset() + task / call.inputs() * row;
                System.arraycopy(x.data(), from, y.data(), y.offset() + task * row, row);
            });
        };
    }
}
