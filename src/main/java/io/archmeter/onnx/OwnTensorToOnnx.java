package io.archmeter.onnx;

import io.archmeter.op.OwnTensor;

/** It is an initializer, which has the layer's name, and a batch of 1 in front where it has none. */
final class OwnTensorToOnnx implements Conversion<OwnTensor> {
    @Override
    public void convert(OwnTensor op, OnnxLayer layer) {
        String weight = layer.weight(OwnTensor.NAME);
        layer.isWeight(
                op.batchAxis() || !op.batch()
                        ? weight
                        : layer.step(
                                "batch",
                                Call.of(
                                        "Reshape",
                                        weight,
                                        layer.constant("shape", layer.output().extents()))));
    }
}
