package io.archmeter.onnx;

import io.archmeter.op.Embedding;

final class EmbeddingToOnnx implements Conversion<Embedding> {
    @Override
    public void convert(Embedding op, OnnxLayer layer) {
        layer.result(Call.of("Gather", layer.weight("weight"), layer.input()).with("axis", 0));
    }
}
