package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Select;
import java.util.List;

/** What lies at one place of an axis. */
final class SelectKernel implements Kernel<Select> {
    @Override
    public Pass prepare(Select op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<long[]> tables = Gather.same(call.input());
            long[] places = tables.remove(op.axis());
            Gather.run(call, tables, places[op.index() < 0 ? places.length + op.index() : op.index()], 0);
        };
    }
}
