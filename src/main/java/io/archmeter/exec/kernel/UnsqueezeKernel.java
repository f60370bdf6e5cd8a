package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Unsqueeze;
import java.util.ArrayList;
import java.util.List;

/** The same elements with an axis of one of them put in. */
final class UnsqueezeKernel implements Kernel<Unsqueeze> {
    @Override
    public Pass prepare(Unsqueeze op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<Long> extents = new ArrayList<>(call.input().shape().extents());
            extents.add(op.axis(), 1L);
            call.view(new Shape(extents));
        };
    }
}
