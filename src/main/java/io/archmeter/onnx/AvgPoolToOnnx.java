package io.archmeter.onnx;

import io.archmeter.op.AvgPool;
import io.archmeter.op.Axis;
import java.util.List;

/**
 * The mean's divisor counts the elements that lie on the input, or on the input and its padding, but never those beyond the
 * padding (PyTorch, {@code aten/native/AvgPool}). A node of ONNX counts no padding or all of it; where that is not enough, the
 * layer's own padding is put around the input before, and what is beyond it is not counted.
 */
final class AvgPoolToOnnx implements Conversion<AvgPool> {
    @Override
    public void convert(AvgPool op, OnnxLayer layer) {
        PoolWindows windows = PoolWindows.of(op.window(), layer);
        requireNoDilation(op);
        if (op.countIncludePad() && windows.padded() && windows.hangOver()) {
            String padded = layer.step("padded", Pads.zeros(layer.input(), windows.axes(), layer));
            layer.result(pool(op, padded, windows.beyondPadding(), false));
        } else {
            boolean countPadding = op.countIncludePad() && windows.padded();
            layer.result(pool(op, layer.input(), windows.covering(), countPadding));
        }
    }

    private static Call pool(AvgPool op, String input, List<Axis> padding, boolean countPadding) {
        return WindowAttributes.on(Call.of("AveragePool", input), op.window())
                .with("pads", WindowAttributes.pads(padding))
                .with("count_include_pad", countPadding ? 1 : 0);
    }

    private static void requireNoDilation(AvgPool op) {
        if (op.window().axes().stream().anyMatch(axis -> axis.dilation() > 1)) {
            throw new CannotConvert(
                    "an average over a dilated window has no form in ONNX before its operators of 2023",
                    "average over a window without dilation");
        }
    }
}
