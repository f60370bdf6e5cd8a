package io.archmeter.onnx;

import io.archmeter.op.LogSoftmax;

final class LogSoftmaxToOnnx implements Conversion<LogSoftmax> {
    @Override
    public void convert(LogSoftmax op, OnnxLayer layer) {
        layer.result(Call.of("LogSoftmax", layer.input()).with("axis", op.axis()));
    }
}
