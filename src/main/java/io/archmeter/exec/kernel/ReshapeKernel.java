package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Reshape;
import java.util.ArrayList;
import java.util.List;

/** The same elements under another shape. */
final class ReshapeKernel implements Kernel<Reshape> {
    @Override
    public Pass prepare(Reshape op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            List<Long> extents = new ArrayList<>(op.shape());
            if (!op.batch()) {
                extents.add(0, (long) x.batch());
            }
            long rest = x.elements();
            for (long extent : extents) {
                rest /= Math.abs(extent);
            }
            long left = rest;
            extents.replaceAll(extent -> extent == Reshape.REST ? left : extent);
            call.view(new Shape(extents));
        };
    }
}
