package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Squeeze;
import java.util.ArrayList;
import java.util.List;

/** The same elements with axes of one of them taken out. */
final class SqueezeKernel implements Kernel<Squeeze> {
    @Override
    public Pass prepare(Squeeze op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<Long> extents = new ArrayList<>(call.input().shape().extents());
            for (int axis = extents.size() - 1; axis >= 0; axis--) {
                boolean taken = op.axes().isEmpty()
                        ? axis > 0 && extents.get(axis) == 1
                        : op.axes().contains(axis);
                if (taken) {
                    extents.remove(axis);
                }
            }
            call.view(new Shape(extents));
        };
    }
}
