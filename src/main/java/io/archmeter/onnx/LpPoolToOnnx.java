package io.archmeter.onnx;

import io.archmeter.op.Axis;
import io.archmeter.op.LpPool;
import java.util.List;

/**
 * ONNX takes the magnitudes of elements, which is the same of an even power, and no mean of a window that hangs over the end. The rest
 * is a root of means.
 */
final class LpPoolToOnnx implements Conversion<LpPool> {
    @Override
    public void convert(LpPool op, OnnxLayer layer) {
        PoolWindows windows = PoolWindows.of(op.window(), layer);
        if (op.norm() % 2 == 0 && op.norm() <= Integer.MAX_VALUE && !windows.hangOver()) {
            layer.result(pool("LpPool", op, layer.input(), windows.axes()).with("p", (long) op.norm()));
            return;
        }
        String powers = layer.step("powers", Call.of("Pow", layer.input(), layer.constant("norm", op.norm())));
        String means = layer.step("means", pool("AveragePool", op, powers, windows.covering()));
        double taps = 1;
        for (Axis axis : windows.axes()) {
            taps *= axis.kernel();
        }
        String sums = layer.step("sums", Call.of("Mul", means, layer.constant("taps", taps)));
        layer.result(Call.of("Pow", sums, layer.constant("root", 1 / op.norm())));
    }

    private static Call pool(String type, LpPool op, String input, List<Axis> padding) {
        return WindowAttributes.on(Call.of(type, input), op.window()).with("pads", WindowAttributes.pads(padding));
    }
}
