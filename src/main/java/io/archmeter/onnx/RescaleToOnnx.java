package io.archmeter.onnx;

import io.archmeter.op.Rescale;

final class RescaleToOnnx implements Conversion<Rescale> {
    @Override
    public void convert(Rescale op, OnnxLayer layer) {
        String x = layer.input();
        if (op.factor() != 1) {
            Call product = Call.of("Mul", x, layer.constant("factor", op.factor()));
            if (op.offset() == 0) {
                layer.result(product);
                return;
            }
            x = layer.step("product", product);
        }
        layer.result(
                op.offset() != 0 ? Call.of("Add", x, layer.constant("offset", op.offset())) : Call.of("Identity", x));
    }
}
