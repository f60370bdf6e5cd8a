package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tensors that are made of a few numbers, or of a shape. */
final class Makers {
    private Makers() {}

    static void filled(OnnxCall call) {
        Tensor y = call.output(new Shape(call.wholes(0)));
        Arrays.fill(
                y.data(), y.offset(), y.end(), call.tensor("value", 0).get(0).floatValue());
    }

    static void range(OnnxCall call) {
        double start = call.number(0, 0);
        double step = call.number(2, 1);
        long count = (long) Math.max(0, Math.ceil((call.number(1, 0) - start) / step));
        Tensor y = call.output(Shape.of(count));
        for (int i = 0; i < count; i++) {
            y.data()[y.offset() + i] = (float) (start + i * step);
        }
    }

    static void shape(OnnxCall call) {
        List<Long> extents = call.shape(0).extents();
        int rank = extents.size();
        int begin = bounded(call.settings().whole("start", 0), rank);
        int end = Math.max(begin, bounded(call.settings().whole("end", rank), rank));
        Tensor y = call.output(Shape.of(end - begin));
        for (int axis = begin; axis < end; axis++) {
            y.data()[y.offset() + axis - begin] = extents.get(axis);
        }
    }

    private static int bounded(long axis, int rank) {
        return (int) Math.max(0, Math.min(rank, axis < 0 ? axis + rank : axis));
    }

    static void size(OnnxCall call) {
        Tensor y = call.output(Shape.of());
        y.data()[y.offset()] = call.shape(0).elements();
    }

    /** {@code OptionalHasElement}. */
    static void there(OnnxCall call) {
        Tensor y = call.output(Shape.of());
        y.data()[y.offset()] = call.has(0) ? 1 : 0;
    }

    static void eye(OnnxCall call) {
        long diagonal = call.settings().whole("k", 0);
        Tensor y = call.output(call.shape(0));
        Positions.each(
                Positions.extents(y.shape()),
                (position, number) ->
                        y.data()[y.offset() + number] = (long) position[1] - position[0] == diagonal ? 1 : 0);
    }

    static void oneHot(OnnxCall call) {
        Tensor indices = call.input(0);
        int depth = (int) call.number(1, 1);
        float[] values = call.elements(2);
        int axis = Positions.axis(call.settings().whole("axis", -1), indices.rank() + 1);
        List<Long> extents = new ArrayList<>(indices.shape().extents());
        extents.add(axis, (long) depth);
        Tensor y = call.output(new Shape(extents));
        int inner = Positions.product(Positions.extents(y.shape()), axis + 1, extents.size());
        Positions.each(Positions.extents(y.shape()), (position, number) -> {
            int index = number / (inner * depth) * inner + number % inner;
            long hot = (long) indices.data()[indices.offset() + index];
            hot = hot < 0 ? hot + depth : hot;
            y.data()[y.offset() + number] = values[hot == position[axis] ? 1 : 0];
        });
    }
}
