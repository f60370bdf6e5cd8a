package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Expand;
import java.util.List;

/** Axes of one element, whose element is there many times; a second input says how many samples there are. */
final class ExpandKernel implements Kernel<Expand> {
    @Override
    public Pass prepare(Expand op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<long[]> tables = Gather.same(call.input());
            for (int axis = 1; axis < tables.size(); axis++) {
                long extent = op.shape().get(axis - 1);
                if (extent != Expand.SAME && tables.get(axis).length == 1) {
                    tables.set(axis, new long[Math.toIntExact(extent)]);
                }
            }
            if (call.inputs() > 1 && tables.get(0).length == 1) {
                tables.set(0, new long[call.input(1).batch()]);
            }
            Gather.run(call, tables);
        };
    }
}
