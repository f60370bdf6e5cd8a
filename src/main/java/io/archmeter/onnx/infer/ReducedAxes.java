package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Shapes some axes of which become one element. */
final class ReducedAxes {
    private ReducedAxes() {}

    static List<Integer> all(Shape x) {
        return from(0, x);
    }

    static List<Integer> from(int first, Shape x) {
        return IntStream.range(first, x.rank()).boxed().toList();
    }

    /** @param keep whether the axes stay, with an extent of 1 */
    static Shape of(Shape x, List<Integer> axes, boolean keep) {
        List<Extent> kept = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            if (!axes.contains(axis)) {
                kept.add(x.axis(axis));
            } else if (keep) {
                kept.add(Extent.of(1));
            }
        }
        return Shape.ofAxes(kept);
    }
}
