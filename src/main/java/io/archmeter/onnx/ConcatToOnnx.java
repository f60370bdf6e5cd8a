package io.archmeter.onnx;

import io.archmeter.op.Concat;

final class ConcatToOnnx implements Conversion<Concat> {
    @Override
    public void convert(Concat op, OnnxLayer layer) {
        layer.result(Call.of("Concat", layer.inputs()).with("axis", op.axis()));
    }
}
