package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Clamp;
import java.util.List;

/** Each element, but for those below the lower bound and then those above the upper one. */
final class ClampKernel implements Kernel<Clamp> {
    @Override
    public Pass prepare(Clamp op, List<Shape> inputs, Weights weights) {
        return EachElement.of(loop(op));
    }

    /** What it does with some elements. */
    static EachElement.Loop loop(Clamp op) {
        return EachElement.between((float) op.min().orElse(Double.NEGATIVE_INFINITY), (float)
                op.max().orElse(Double.POSITIVE_INFINITY));
    }
}
