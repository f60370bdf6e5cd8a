package io.archmeter.onnx;

import io.archmeter.op.Axis;
import io.archmeter.op.MaxPool;
import java.util.List;

/** Padding is smaller than all numbers, so that there may be more of it than the layer has. */
final class MaxPoolToOnnx implements Conversion<MaxPool> {
    @Override
    public void convert(MaxPool op, OnnxLayer layer) {
        List<Axis> covering = PoolWindows.of(op.window(), layer).covering();
        Call pool;
        if (covering.stream().allMatch(MaxPoolToOnnx::isUsual)) {
            pool = Call.of("MaxPool", layer.input()).with("pads", WindowAttributes.pads(covering));
        } else {
            pool = Call.of("MaxPool", layer.step("padded", Pads.smallest(layer.input(), covering, layer)));
        }
        layer.result(WindowAttributes.dilated(WindowAttributes.on(pool, op.window()), op.window()));
    }

    /** ONNX Runtime refuses padding as large as the kernel, however far its taps are apart. */
    private static boolean isUsual(Axis axis) {
        return Math.max(axis.padBegin(), axis.padEnd()) < axis.kernel();
    }
}
