package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Split;
import java.util.List;

/** Lays parts off along one axis, one after the other, until nothing is left. */
final class SplitKernel implements Kernel<Split> {
    @Override
    public Pass prepare(Split op, List<Shape> inputs, Weights weights) {
        return call -> {
            int all = call.input().extent(op.axis());
            int begin = 0;
            for (int slot = 0; begin < all; slot++) {
                int extent = Math.min(all - begin, size(op, slot, all));
                call.part(slot, op.axis(), begin, extent);
                begin += extent;
            }
        };
    }

    /** The smallest size of which so many parts hold all, where none are given. */
    private static int size(Split op, int slot, int all) {
        if (!op.sizes().isEmpty()) {
            return Math.toIntExact(op.sizes().get(slot));
        }
        int size = all / op.count();
        return size * op.count() < all ? size + 1 : size;
    }
}
