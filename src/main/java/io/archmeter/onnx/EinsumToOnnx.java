package io.archmeter.onnx;

import io.archmeter.op.Einsum;

final class EinsumToOnnx implements Conversion<Einsum> {
    @Override
    public void convert(Einsum op, OnnxLayer layer) {
        String equation = String.join(",", op.inputs()) + "->" + op.output();
        layer.result(Call.of("Einsum", layer.inputs()).with("equation", equation));
    }
}
