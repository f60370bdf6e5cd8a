package io.archmeter.onnx;

import io.archmeter.op.Expand;

final class ExpandToOnnx implements Conversion<Expand> {
    @Override
    public void convert(Expand op, OnnxLayer layer) {
        layer.result(Call.of(
                "Expand", layer.input(), layer.constant("shape", layer.output().extents())));
    }
}
