package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule by which shapes meet element by element: aligned at the last axis, equal extents or 1 (ONNX, NumPy). */
final class Broadcast {
    private static final Extent ONE = Extent.of(1);

    private Broadcast() {}

    static Shape join(String kind, Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        List<Extent> extents = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            Extent left = aligned(a, axis, rank);
            Extent right = aligned(b, axis, rank);
            if (left.equals(ONE)) {
                extents.add(right);
            } else if (right.equals(ONE) || left.equals(right)) {
                extents.add(left);
            } else {
                int differing = axis;
                extents.add(met(left, right).orElseThrow(() -> differ(kind, a, b, differing)));
            }
        }
        return Shape.ofAxes(extents);
    }

    /** What is not known has to be the same as what is, or 1. */
    private static Optional<Extent> met(Extent left, Extent right) {
        if (left instanceof Extent.Unknown) {
            return Optional.of(right);
        }
        return right instanceof Extent.Unknown ? Optional.of(left) : Optional.empty();
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

    private static Extent aligned(Shape shape, int axis, int rank) {
        int own = axis - (rank - shape.rank());
        return own < 0 ? ONE : shape.axis(own);
    }
}
