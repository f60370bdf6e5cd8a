package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** The tensors that a region is given on its trips, and those that it puts out: parts along an axis. */
final class Trips {
    private Trips() {}

    static Tensor scalar(double number) {
        return new Tensor(new float[] {(float) number}, 0, Shape.of());
    }

    /** The first or only number of a tensor. */
    static float number(Tensor tensor) {
        return tensor.data()[tensor.offset()];
    }

    /** What all trips have put out in a place. */
    static List<Tensor> column(List<List<Tensor>> trips, int slot) {
        List<Tensor> column = new ArrayList<>();
        trips.forEach(made -> column.add(made.get(slot)));
        return column;
    }

    static Tensor zeros(Shape shape) {
        return new Tensor(new float[Math.toIntExact(shape.elements())], 0, shape);
    }

    /** The part of a tensor at a place along an axis, which it does not have itself. */
    static Tensor part(Tensor tensor, int axis, int place) {
        AxisRuns runs = AxisRuns.of(tensor, axis);
        Tensor part = blank(tensor, axis);
        for (int outer = 0; outer < runs.before(); outer++) {
            int from = tensor.offset() + (outer * runs.extent() + place) * runs.after();
            System.arraycopy(tensor.data(), from, part.data(), outer * runs.after(), runs.after());
        }
        return part;
    }

    /** A part of it without its elements: it may have none. */
    static Tensor blank(Tensor tensor, int axis) {
        List<Long> extents = new ArrayList<>(tensor.shape().extents());
        extents.remove(axis);
        return zeros(new Shape(extents));
    }

    /**
     * Parts of one shape beside each other along a new axis.
     *
     * @param one of that shape: there may be no parts
     */
    static Tensor joined(List<Tensor> parts, Shape one, long axis) {
        int at = Positions.axis(axis, one.rank() + 1);
        List<Long> extents = new ArrayList<>(one.extents());
        extents.add(at, (long) parts.size());
        Tensor joined = zeros(new Shape(extents));
        AxisRuns runs = AxisRuns.of(joined, at);
        for (int place = 0; place < parts.size(); place++) {
            Tensor part = parts.get(place);
            if (!part.shape().equals(one)) {
                throw new IllegalStateException("trips put out " + one + " and " + part.shape());
            }
            for (int outer = 0; outer < runs.before(); outer++) {
                int to = (outer * runs.extent() + place) * runs.after();
                System.arraycopy(part.data(), part.offset() + outer * runs.after(), joined.data(), to, runs.after());
            }
        }
        return joined;
    }
}
