package io.archmeter.onnx;

import io.archmeter.op.Gelu;

/** ONNX has it from its set of operators 20 on; before, it is put together by its definition. */
final class GeluToOnnx implements Conversion<Gelu> {
    @Override
    public void convert(Gelu op, OnnxLayer layer) {
        String x = layer.input();
        String odd = switch (op.approximation()) {
            case NONE ->
                layer.step(
                        "erf",
                        Call.of(
                                "Erf",
                                layer.step(
                                        "deviations", Call.of("Mul", x, layer.constant("half_root", Math.sqrt(0.5))))));
            case TANH -> tanh(layer);
        };
        String even = layer.step("shifted", Call.of("Add", odd, layer.constant("one", 1.0)));
        String share = layer.step("share", Call.of("Mul", even, layer.constant("half", 0.5)));
        layer.result(Call.of("Mul", x, share));
    }

    private static String tanh(OnnxLayer layer) {
        String x = layer.input();
        String cube = layer.step("cube", Call.of("Mul", x, layer.step("square", Call.of("Mul", x, x))));
        String third = layer.step("third", Call.of("Mul", cube, layer.constant("cubic", 0.044715)));
        String sum = layer.step("sum", Call.of("Add", x, third));
        String scaled = layer.step("scaled", Call.of("Mul", sum, layer.constant("slope", Math.sqrt(2 / Math.PI))));
        return layer.step("tanh", Call.of("Tanh", scaled));
    }
}
