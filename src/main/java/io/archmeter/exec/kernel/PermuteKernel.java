package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Permute;
import java.util.List;

/** Elements with their axes in another order. */
final class PermuteKernel implements Kernel<Permute> {
    @Override
    public Pass prepare(Permute op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<long[]> tables = Gather.same(call.input());
            Gather.run(call, op.axes().stream().map(tables::get).toList());
        };
    }
}
