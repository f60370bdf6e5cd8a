package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import java.util.List;

/**
 * The mean over windows of different lengths: each axis is multiplied by a matrix whose rows are the windows, with 1 / length where a
 * window lies.
 */
final class UnevenMean {
    private UnevenMean() {}

    /**
     * Axis by axis: the axes before it are joined into one, and so are those after it, so that a matrix can be multiplied with it.
     */
    static void convert(List<Long> extents, List<Long> windows, OnnxLayer layer) {
        String pooled = layer.input();
        long before = Math.multiplyExact(
                layer.inputShape().batch(), layer.inputShape().channels());
        for (int a = 0; a < extents.size(); a++) {
            long extent = extents.get(a);
            long count = windows.get(a);
            long behind = new Shape(extents.subList(a + 1, extents.size())).elements();
            String shape = layer.constant("shape" + a, List.of(before, extent, behind));
            String shaped = layer.step("shaped" + a, Call.of("Reshape", pooled, shape));
            String matrix = layer.constant("windows" + a, Shape.of(count, extent), () -> matrix(count, extent));
            pooled = layer.step("pooled" + a, Call.of("MatMul", matrix, shaped));
            before = Math.multiplyExact(before, count);
        }
        String output = layer.constant("output", layer.output().extents());
        layer.result(Call.of("Reshape", pooled, output));
    }

    private static float[] matrix(long windows, long extent) {
        float[] rows = new float[Math.toIntExact(windows * extent)];
        for (long i = 0; i < windows; i++) {
            long begin = i * extent / windows;
            long end = ((i + 1) * extent + windows - 1) / windows;
            for (long at = begin; at < end; at++) {
                rows[(int) (i * extent + at)] = 1f / (end - begin);
            }
        }
        return rows;
    }
}
