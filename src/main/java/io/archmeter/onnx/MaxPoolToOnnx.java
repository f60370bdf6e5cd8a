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
            requireNoIndices(op);
            pool = Call.of("MaxPool", layer.step("padded", Pads.smallest(layer.input(), covering, layer)));
        }
        Call dilated = WindowAttributes.dilated(WindowAttributes.on(pool, op.window()), op.window());
        if (op.indices()) {
            indices(dilated, layer);
        } else {
            layer.result(dilated);
        }
    }

    /** ONNX counts the elements of all maps, and PyTorch those of one. */
    private static void indices(Call pool, OnnxLayer layer) {
        long positions = layer.inputShape().spatial().stream().reduce(1L, Math::multiplyExact);
        List<String> both = layer.steps(pool, "largest", "places");
        layer.result(0, Call.of("Identity", both.get(0)));
        layer.result(1, Call.of("Mod", both.get(1), layer.constant("positions", List.of(positions))));
    }

    private static void requireNoIndices(MaxPool op) {
        if (op.indices()) {
            throw new CannotConvert(
                    "it puts out indices, and is padded by more than ONNX Runtime takes",
                    "use less padding, or leave return_indices out");
        }
    }

    /** ONNX Runtime refuses padding as large as the kernel, however far its taps are apart. */
    private static boolean isUsual(Axis axis) {
        return Math.max(axis.padBegin(), axis.padEnd()) < axis.kernel();
    }
}
