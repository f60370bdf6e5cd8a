package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Flatten;
import java.util.ArrayList;
import java.util.List;

/** The same elements under a shape whose last axes are one. */
final class FlattenKernel implements Kernel<Flatten> {
    @Override
    public Pass prepare(Flatten op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            List<Long> extents = new ArrayList<>(x.shape().extents().subList(0, op.axis()));
            long joined = x.elements();
            for (long extent : extents) {
                joined /= extent;
            }
            extents.add(joined);
            call.view(new Shape(extents));
        };
    }
}
