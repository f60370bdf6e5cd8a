package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Transpose;
import java.util.Collections;
import java.util.List;

/** Elements of which two axes have changed places. */
final class TransposeKernel implements Kernel<Transpose> {
    @Override
    public Pass prepare(Transpose op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<long[]> tables = Gather.same(call.input());
            Collections.swap(tables, op.first(), op.second());
            Gather.run(call, tables);
        };
    }
}
