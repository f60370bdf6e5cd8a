package io.archmeter.onnx;

import io.archmeter.op.Flatten;

/** ONNX's {@code Flatten} always puts out a matrix; where ours does not, the shape is given. */
final class FlattenToOnnx implements Conversion<Flatten> {
    @Override
    public void convert(Flatten op, OnnxLayer layer) {
        layer.result(
                op.axis() == 1
                        ? Call.of("Flatten", layer.input()).with("axis", 1)
                        : Call.of(
                                "Reshape",
                                layer.input(),
                                layer.constant("shape", layer.output().extents())));
    }
}
