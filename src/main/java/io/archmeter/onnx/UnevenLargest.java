package io.archmeter.onnx;

import java.util.ArrayList;
import java.util.List;

/**
 * The largest under windows of different lengths: axis by axis, the elements of each window are gathered, the last of a shorter one
 * several times, and the largest is taken.
 */
final class UnevenLargest {
    private UnevenLargest() {}

    static void convert(List<Long> extents, List<Long> windows, OnnxLayer layer) {
        String pooled = layer.input();
        for (int a = 0; a < extents.size(); a++) {
            Call largest = largest(pooled, a, extents.get(a), windows.get(a), layer);
            if (a == extents.size() - 1) {
                layer.result(largest);
            } else {
                pooled = layer.step("pooled" + a, largest);
            }
        }
    }

    private static Call largest(String input, int spatial, long extent, long windows, OnnxLayer layer) {
        long most = 0;
        for (long i = 0; i < windows; i++) {
            most = Math.max(most, end(i, extent, windows) - i * extent / windows);
        }
        List<Long> elements = new ArrayList<>();
        for (long i = 0; i < windows; i++) {
            for (long tap = 0; tap < most; tap++) {
                elements.add(Math.min(i * extent / windows + tap, end(i, extent, windows) - 1));
            }
        }
        // All windows in a row, and then an axis for the elements of each.
        String gathered = layer.step(
                "gathered" + spatial,
                Call.of("Gather", input, layer.constant("elements" + spatial, elements))
                        .with("axis", spatial + 2L));
        List<Long> shape = new ArrayList<>(
                List.of(layer.inputShape().batch(), layer.inputShape().channels()));
        shape.addAll(layer.output().spatial().subList(0, spatial));
        shape.addAll(List.of(windows, most));
        shape.addAll(layer.inputShape()
                .spatial()
                .subList(spatial + 1, layer.inputShape().spatialRank()));
        String each =
                layer.step("windows" + spatial, Call.of("Reshape", gathered, layer.constant("shape" + spatial, shape)));
        return Call.of("ReduceMax", each).with("axes", List.of(spatial + 3L)).with("keepdims", 0);
    }

    private static long end(long window, long extent, long windows) {
        return ((window + 1) * extent + windows - 1) / windows;
    }
}
