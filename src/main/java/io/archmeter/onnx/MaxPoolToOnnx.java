package io.archmeter.onnx;

import io.archmeter.op.MaxPool;

/** Padding is smaller than all numbers, so that there may be more of it than the layer has. */
final class MaxPoolToOnnx implements Conversion<MaxPool> {
    @Override
    public void convert(MaxPool op, OnnxLayer layer) {
        PoolWindows windows = PoolWindows.of(op.window(), layer);
        Call pool = WindowAttributes.on(Call.of("MaxPool", layer.input()), op.window());
        layer.result(
                WindowAttributes.dilated(pool, op.window()).with("pads", WindowAttributes.pads(windows.covering())));
    }
}
