package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.AdaptiveAvgPool;
import java.util.List;

/** The mean over each part of a channel, which is divided along each axis into as many parts as the output is to have elements. */
final class AdaptiveAvgPoolKernel implements Kernel<AdaptiveAvgPool> {
    @Override
    public Pass prepare(AdaptiveAvgPool op, List<Shape> inputs, Weights weights) {
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
                    y.data()[to + i] = mean(x, plane, parts, i);
                }
            });
        };
    }

    /** Of output position {@code i} of a channel. */
    private static float mean(Tensor x, int plane, Part[][] parts, int i) {
        Part[] box = new Part[parts.length];
        int elements = 1;
        int rest = i;
        for (int a = parts.length - 1; a >= 0; a--) {
            box[a] = parts[a][rest % parts[a].length];
            rest /= parts[a].length;
            elements *= box[a].end() - box[a].begin();
        }
        return (float) (sum(x, box, 0, plane) / elements);
    }

    /** Of the elements in a box, of which the positions along the first axes are chosen. */
    private static double sum(Tensor x, Part[] box, int axis, int chosen) {
        double sum = 0;
        int from = chosen * x.extent(2 + axis);
        for (int i = box[axis].begin(); i < box[axis].end(); i++) {
            sum += axis == box.length - 1 ? x.data()[x.offset() + from + i] : sum(x, box, axis + 1, from + i);
        }
        return sum;
    }
}
