package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** The rule by which shapes meet element by element: aligned at the last axis, equal extents or 1 (ONNX, NumPy). */
final class Broadcast {
    private Broadcast() {}

    static Shape join(String kind, Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        List<Long> extents = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            long left = aligned(a, axis, rank);
            long right = aligned(b, axis, rank);
            if (left != right && left != 1 && right != 1) {
                throw differ(kind, a, b, axis);
            }
            extents.add(Math.max(left, right));
        }
        return new Shape(extents);
    }

    private static Refusal differ(String kind, Shape a, Shape b, int axis) {
        if (a.rank() == b.rank()) {
            return new Refusal(
                    "shapes-differ",
                    "",
                    kind + " meets " + a + " and " + b + ", which differ in axis " + axis,
                    "give both paths the same shape: a convolution changes the channels, its stride the extents");
        }
        return new Refusal(
                "shapes-differ",
                "",
                kind + " meets " + a + " and " + b + ", whose axes are compared from the last one on",
                "give both the same number of axes: one number per channel is N×C×1×1, as globalavgpool puts it out");
    }

    private static long aligned(Shape shape, int axis, int rank) {
        int own = axis - (rank - shape.rank());
        return own < 0 ? 1 : shape.extent(own);
    }
}
