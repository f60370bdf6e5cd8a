package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.AdaptiveMaxPool;
import java.util.List;

/** The largest element of each part of a channel, which is divided along each axis into as many parts as the output is to have elements. */
final class AdaptiveMaxPoolKernel implements Kernel<AdaptiveMaxPool> {
    @Override
    public Pass prepare(AdaptiveMaxPool op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            Shape shape = x.shape();
            Part[][] parts = new Part[op.size().size()][];
            for (int a = 0; a < parts.length; a++) {
                parts[a] = Part.of(x.extent(2 + a), op.size().get(a));
                shape = shape.with(2 + a, parts[a].length);
            }
            Tensor y = call.output(shape);
            call.workers().forEach(y.batch() * y.channels(), plane -> {
                int to = y.offset() + plane * y.positions();
                for (int i = 0; i < y.positions(); i++) {
                    y.data()[to + i] = largest(x, box(parts, i), 0, plane);
                }
            });
        };
    }

    /** The parts of output position {@code i} of a channel. */
    private static Part[] box(Part[][] parts, int i) {
        Part[] box = new Part[parts.length];
        int rest = i;
        for (int a = parts.length - 1; a >= 0; a--) {
            box[a] = parts[a][rest % parts[a].length];
            rest /= parts[a].length;
        }
        return box;
    }

    /** Of the elements in a box, of which the positions along the first axes are chosen. */
    private static float largest(Tensor x, Part[] box, int axis, int chosen) {
        if (axis == box.length) {
            return x.data()[x.offset() + chosen];
        }
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = box[axis].begin(); i < box[axis].end(); i++) {
            largest = Math.max(largest, largest(x, box, axis + 1, chosen * x.extent(2 + axis) + i));
        }
        return largest;
    }
}
