package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Flip;
import java.util.List;

/** Elements with some of their axes turned round. */
final class FlipKernel implements Kernel<Flip> {
    @Override
    public Pass prepare(Flip op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<long[]> tables = Gather.same(call.input());
            for (int axis : op.axes()) {
                long[] places = tables.get(axis);
                long[] turned = new long[places.length];
                for (int place = 0; place < places.length; place++) {
                    turned[place] = places[places.length - 1 - place];
                }
                tables.set(axis, turned);
            }
            Gather.run(call, tables);
        };
    }
}
