package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** Elements by their numbers. A number beyond the axis stands for the place that is reached when the count begins again. */
final class Gathers {
    private Gathers() {}

    static void gather(OnnxCall call) {
        Tensor x = call.input(0);
        Tensor indices = call.input(1);
        int axis = Positions.axis(call.settings().whole("axis", 0), x.rank());
        AxisRuns runs = AxisRuns.of(x, axis);
        List<Long> extents = new ArrayList<>(x.shape().extents().subList(0, axis));
        extents.addAll(indices.shape().extents());
        extents.addAll(x.shape().extents().subList(axis + 1, x.rank()));
        Tensor y = call.output(new Shape(extents));
        int count = indices.elements();
        for (int row = 0; row < runs.before(); row++) {
            for (int i = 0; i < count; i++) {
                int place = row * runs.extent() + place(indices, i, runs.extent());
                System.arraycopy(
                        x.data(),
                        x.offset() + place * runs.after(),
                        y.data(),
                        y.offset() + (row * count + i) * runs.after(),
                        runs.after());
            }
        }
    }

    static void elements(OnnxCall call) {
        Tensor x = call.input(0);
        Tensor indices = call.input(1);
        int axis = Positions.axis(call.settings().whole("axis", 0), x.rank());
        int[] steps = Positions.steps(Positions.extents(x.shape()));
        int[] own = Positions.steps(Positions.extents(indices.shape()));
        Positions.fill(call.output(indices.shape()), x, 0, position -> {
            int number = place(indices, Positions.place(position, own), x.extent(axis));
            return Positions.place(position, steps) + (number - position[axis]) * steps[axis];
        });
    }

    /** {@code GatherND}: the last axis of the indices is a position of the first axes that are no batch. */
    static void positions(OnnxCall call) {
        Tensor x = call.input(0);
        Tensor indices = call.input(1);
        int batch = (int) call.settings().whole("batch_dims", 0);
        int[] extents = Positions.extents(x.shape());
        int axes = indices.extent(indices.rank() - 1);
        int[] steps = Positions.steps(extents);
        List<Long> out = new ArrayList<>(indices.shape().extents().subList(0, indices.rank() - 1));
        out.addAll(x.shape().extents().subList(batch + axes, x.rank()));
        Tensor y = call.output(new Shape(out));
        int row = Positions.product(extents, batch + axes, extents.length);
        int samples = Positions.product(extents, 0, batch);
        int rows = indices.elements() / Math.max(1, axes);
        for (int i = 0; i < rows; i++) {
            int place = i / Math.max(1, rows / samples) * (x.elements() / samples);
            for (int axis = 0; axis < axes; axis++) {
                place += place(indices, i * axes + axis, extents[batch + axis]) * steps[batch + axis];
            }
            System.arraycopy(x.data(), x.offset() + place, y.data(), y.offset() + i * row, row);
        }
    }

    static int place(Tensor indices, int number, int extent) {
        return Math.floorMod((long) indices.data()[indices.offset() + number], extent);
    }
}
