package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.ZeroPad;
import java.util.List;

/** Puts zeros around axes. */
final class ZeroPadKernel implements Kernel<ZeroPad> {
    @Override
    public Pass prepare(ZeroPad op, List<Shape> inputs, Weights weights) {
        return new PadKernel().prepare(op.pad(), inputs, weights);
    }
}
