package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Rescale;
import java.util.List;

/** Each element times one number, and plus another. */
final class RescaleKernel implements Kernel<Rescale> {
    @Override
    public Pass prepare(Rescale op, List<Shape> inputs, Weights weights) {
        float factor = (float) op.factor();
        float offset = (float) op.offset();
        return EachElement.of((y, begin, end) -> {
            for (int i = begin; i < end; i++) {
                y[i] = y[i] * factor + offset;
            }
        });
    }
}
