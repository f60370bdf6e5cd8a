package io.archmeter.onnx;

import io.archmeter.op.ZeroPad;

final class ZeroPadToOnnx implements Conversion<ZeroPad> {
    @Override
    public void convert(ZeroPad op, OnnxLayer layer) {
        layer.result(PadToOnnx.zeros(op.pad(), layer));
    }
}
