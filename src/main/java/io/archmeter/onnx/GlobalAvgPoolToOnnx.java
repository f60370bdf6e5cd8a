package io.archmeter.onnx;

import io.archmeter.op.GlobalAvgPool;

final class GlobalAvgPoolToOnnx implements Conversion<GlobalAvgPool> {
    @Override
    public void convert(GlobalAvgPool op, OnnxLayer layer) {
        layer.result(Call.of("GlobalAveragePool", layer.input()));
    }
}
