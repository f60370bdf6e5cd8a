package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Pow;
import java.util.List;

/** Each element to the same power. */
final class PowKernel implements Kernel<Pow> {
    @Override
    public Pass prepare(Pow op, List<Shape> inputs, Weights weights) {
        double exponent = op.exponent();
        return EachElement.of(x -> Math.pow(x, exponent));
    }
}
