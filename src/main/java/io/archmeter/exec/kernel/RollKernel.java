package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Roll;
import java.util.List;

/** Elements that have moved along axes, and come in again at the other end. */
final class RollKernel implements Kernel<Roll> {
    @Override
    public Pass prepare(Roll op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<long[]> tables = Gather.same(call.input());
            for (int i = 0; i < op.axes().size(); i++) {
                long[] places = tables.get(op.axes().get(i));
                long[] moved = new long[places.length];
                for (int place = 0; place < places.length; place++) {
                    moved[Math.floorMod(place + op.shifts().get(i), places.length)] = places[place];
                }
                tables.set(op.axes().get(i), moved);
            }
            Gather.run(call, tables);
        };
    }
}
