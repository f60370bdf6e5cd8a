package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Upsample;
import java.util.Arrays;
import java.util.List;

/** Each element is the sum of elements around its place on the input, times how near these are. */
final class UpsampleKernel implements Kernel<Upsample> {
    @Override
    public Pass prepare(Upsample op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            ResizedAxis[] axes = new ResizedAxis[x.rank() - 2];
            for (int a = 0; a < axes.length; a++) {
                axes[a] = ResizedAxis.of(op, a, x.extent(2 + a));
            }
            long[] extents =
                    Arrays.stream(axes).mapToLong(ResizedAxis::positions).toArray();
            Tensor y = call.output(x.shape().withSpatial(extents));
            call.workers().forEach(y.batch() * y.channels(), map -> {
                int to = y.offset() + map * y.positions();
                int[] position = new int[axes.length];
                for (int i = 0; i < y.positions(); i++) {
                    y.data()[to + i] = interpolated(x, axes, position, 0, map);
                    step(position, axes);
                }
            });
        };
    }

    /** What lies at a position, of which the elements along the first axes are chosen. */
    private static float interpolated(Tensor x, ResizedAxis[] axes, int[] position, int axis, int chosen) {
        if (axis == axes.length) {
            return x.data()[x.offset() + chosen];
        }
        int[] elements = axes[axis].elements()[position[axis]];
        float[] factors = axes[axis].factors()[position[axis]];
        float sum = 0;
        for (int tap = 0; tap < elements.length; tap++) {
            int next = chosen * x.extent(2 + axis) + elements[tap];
            sum += factors[tap] * interpolated(x, axes, position, axis + 1, next);
        }
        return sum;
    }

    /** To the next position, the last axis fastest. */
    private static void step(int[] position, ResizedAxis[] axes) {
        for (int a = axes.length - 1; a >= 0; a--) {
            position[a]++;
            if (position[a] < axes[a].positions()) {
                return;
            }
            position[a] = 0;
        }
    }
}
