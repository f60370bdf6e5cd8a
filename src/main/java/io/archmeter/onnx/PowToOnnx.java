package io.archmeter.onnx;

import io.archmeter.op.Pow;

final class PowToOnnx implements Conversion<Pow> {
    @Override
    public void convert(Pow op, OnnxLayer layer) {
        layer.result(Call.of("Pow", layer.input(), layer.constant("exponent", op.exponent())));
    }
}
