package io.archmeter.report;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shapes in few letters: {@code 64×112×112}.
 *
 * @param withBatch whether the first axis is among them: where not all values have the same
 */
record ShapeWords(boolean withBatch) {
    static ShapeWords of(Graph graph) {
        Shape input = graph.input();
        if (input.rank() == 0) {
            return new ShapeWords(true);
        }
        Extent batch = input.axis(0);
        for (Value value : graph.values()) {
            if (value.shape().rank() == 0 || !value.shape().axis(0).equals(batch)) {
                return new ShapeWords(true);
            }
        }
        return new ShapeWords(false);
    }

    String of(Shape shape) {
        List<Extent> axes = shape.axes().subList(withBatch ? 0 : 1, shape.rank());
        return axes.isEmpty() ? "scalar" : axes.stream().map(Extent::text).collect(Collectors.joining("×"));
    }
}
