package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Tile;
import java.util.Arrays;
import java.util.List;

/** Elements that come again after the last of their axis. */
final class TileKernel implements Kernel<Tile> {
    @Override
    public Pass prepare(Tile op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<long[]> tables = Gather.same(call.input());
            for (int axis = 1; axis < tables.size(); axis++) {
                long[] once = tables.get(axis);
                long[] again =
                        new long[Math.toIntExact(once.length * op.repeats().get(axis - 1))];
                Arrays.setAll(again, place -> once[place % once.length]);
                tables.set(axis, again);
            }
            Gather.run(call, tables);
        };
    }
}
