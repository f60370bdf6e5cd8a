package io.archmeter.onnx;

import io.archmeter.op.Softmax;

final class SoftmaxToOnnx implements Conversion<Softmax> {
    @Override
    public void convert(Softmax op, OnnxLayer layer) {
        layer.result(Call.of(op.logarithm() ? "LogSoftmax" : "Softmax", layer.input())
                .with("axis", op.axis()));
    }
}
