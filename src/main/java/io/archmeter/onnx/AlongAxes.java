package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** What conversions share that work along some axes of their input. */
final class AlongAxes {
    private AlongAxes() {}

    /** The mean along these axes, which stay as extents of 1. */
    static Call mean(String input, List<Integer> axes) {
        return Call.of("ReduceMean", input).with("axes", longs(axes));
    }

    static List<Long> longs(List<Integer> axes) {
        return axes.stream().map(Integer::longValue).toList();
    }

    /** A tensor of weights with an extent for each of these axes, with an extent of 1 for each other that follows the first of them. */
    static String spread(String weight, List<Integer> axes, OnnxLayer layer) {
        Shape x = layer.inputShape();
        List<Long> missing = new ArrayList<>();
        for (int axis = axes.get(0); axis < x.rank(); axis++) {
            if (!axes.contains(axis)) {
                missing.add((long) axis - axes.get(0));
            }
        }
        if (missing.isEmpty()) {
            return layer.weight(weight);
        }
        String others = layer.constant(weight + "_axes", missing);
        return layer.step(weight + "_spread", Call.of("Unsqueeze", layer.weight(weight), others));
    }
}
