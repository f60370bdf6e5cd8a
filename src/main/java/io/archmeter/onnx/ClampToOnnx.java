package io.archmeter.onnx;

import io.archmeter.op.Clamp;

/** ONNX does not say what {@code Clip} puts out where the bounds are the wrong way round: they are taken one after the other. */
final class ClampToOnnx implements Conversion<Clamp> {
    @Override
    public void convert(Clamp op, OnnxLayer layer) {
        if (op.max().isEmpty()) {
            layer.result(atLeast(op, layer));
            return;
        }
        String x = op.min().isEmpty() ? layer.input() : layer.step("at_least", atLeast(op, layer));
        layer.result(Call.of("Min", x, layer.constant("max", op.max().getAsDouble())));
    }

    private static Call atLeast(Clamp op, OnnxLayer layer) {
        return Call.of("Max", layer.input(), layer.constant("min", op.min().getAsDouble()));
    }
}
