package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.MaxUnpool;
import java.util.Arrays;
import java.util.List;

/**
 * Copies elements to their places in a map of zeros, the last where several have one place. As with a {@link Table}, a place beyond the map
 * is the one that is reached when the count begins again with the first.
 */
final class MaxUnpoolKernel implements Kernel<MaxUnpool> {
    @Override
    public Pass prepare(MaxUnpool op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input(0);
            Tensor places = call.input(1);
            Tensor y = call.output(x.shape().withSpatial(extents(op, x)));
            call.workers().forEach(x.batch() * x.channels(), plane -> {
                int map = y.offset() + plane * y.positions();
                Arrays.fill(y.data(), map, map + y.positions(), 0);
                for (int i = plane * x.positions(); i < (plane + 1) * x.positions(); i++) {
                    int place = Math.floorMod((int) places.data()[places.offset() + i], y.positions());
                    y.data()[map + place] = x.data()[x.offset() + i];
                }
            });
        };
    }

    /** Up to where the last window ends, unless a size is asked for. */
    private static long[] extents(MaxUnpool op, Tensor x) {
        List<Axis> axes = op.window().axes();
        long[] extents = new long[axes.size()];
        for (int a = 0; a < extents.length; a++) {
            Axis axis = axes.get(a);
            long begin = -axis.padBegin();
            for (int window = 1; window < x.extent(2 + a); window++) {
                begin += axis.stride();
            }
            extents[a] = op.size().isPresent() ? op.size().get().get(a) : begin + axis.kernel() - axis.padEnd();
        }
        return extents;
    }
}
