package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.GlobalMaxPool;
import java.util.List;

/** The largest element of each channel. */
final class GlobalMaxPoolKernel implements Kernel<GlobalMaxPool> {
    @Override
    public Pass prepare(GlobalMaxPool op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            Shape shape = x.shape();
            for (int axis = 2; axis < x.rank(); axis++) {
                shape = shape.with(axis, 1);
            }
            Tensor y = call.output(shape);
            int positions = x.positions();
            call.workers().forEach(y.elements(), plane -> {
                float largest = Float.NEGATIVE_INFINITY;
                int from = x.offset() + plane * positions;
                for (int i = 0; i < positions; i++) {
                    largest = Math.max(largest, x.data()[from + i]);
                }
                y.data()[y.offset() + plane] = largest;
            });
        };
    }
}
