package io.archmeter.onnx;

import io.archmeter.op.LocalResponseNorm;

final class LocalResponseNormToOnnx implements Conversion<LocalResponseNorm> {
    @Override
    public void convert(LocalResponseNorm op, OnnxLayer layer) {
        layer.result(Call.of("LRN", layer.input())
                .with("size", op.size())
                .with("alpha", op.alpha())
                .with("beta", op.beta())
                .with("bias", op.bias()));
    }
}
