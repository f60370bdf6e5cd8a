package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.AdaptiveAvgPool;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows that divide the input evenly are those of an average pool. Others have different lengths, which no pool of ONNX has:
 * there, each axis is multiplied by a matrix whose columns hold one window's weights, 1 / length.
 */
final class AdaptiveAvgPoolToOnnx implements Conversion<AdaptiveAvgPool> {
    private static final String AXES = "abcdefghijklmnopqrstuvwxy";
    private static final String WINDOWS = "z";

    @Override
    public void convert(AdaptiveAvgPool op, OnnxLayer layer) {
        List<Long> extents = layer.inputShape().spatial();
        List<Long> windows = layer.output().spatial();
        if (windows.stream().allMatch(count -> count == 1)) {
            layer.result(GlobalAvgPoolToOnnx.mean(layer));
            return;
        }
        List<Long> kernel = new ArrayList<>();
        for (int a = 0; a < extents.size(); a++) {
            if (extents.get(a) % windows.get(a) == 0) {
                kernel.add(extents.get(a) / windows.get(a));
            }
        }
        if (kernel.size() == extents.size() && kernel.size() <= PoolWindows.MOST_AXES) {
            layer.result(Call.of("AveragePool", layer.input())
                    .with("kernel_shape", kernel)
                    .with("strides", kernel));
        } else {
            convertUneven(extents, windows, layer);
        }
    }

    private static void convertUneven(List<Long> extents, List<Long> windows, OnnxLayer layer) {
        String pooled = layer.input();
        int last = extents.size() - 1;
        for (int a = 0; a < last; a++) {
            pooled = layer.step("pooled" + a, axisPooled(pooled, a, extents.get(a), windows.get(a), layer));
        }
        layer.result(axisPooled(pooled, last, extents.get(last), windows.get(last), layer));
    }

    /** As in {@code abcd,cz->abzd} for the first spatial axis of an image. */
    private static Call axisPooled(String input, int axis, long extent, long windows, OnnxLayer layer) {
        String taken = AXES.substring(0, layer.inputShape().rank());
        String pooled = AXES.substring(2 + axis, 3 + axis);
        String matrix = layer.constant("windows" + axis, Shape.of(extent, windows), () -> matrix(extent, windows));
        return Call.of("Einsum", input, matrix)
                .with("equation", taken + "," + pooled + WINDOWS + "->" + taken.replace(pooled, WINDOWS));
    }

    private static float[] matrix(long extent, long windows) {
        float[] weights = new float[Math.toIntExact(extent * windows)];
        for (long i = 0; i < windows; i++) {
            long begin = i * extent / windows;
            long end = ((i + 1) * extent + windows - 1) / windows;
            for (long at = begin; at < end; at++) {
                weights[(int) (at * windows + i)] = 1f / (end - begin);
            }
        }
        return weights;
    }
}
