package io.archmeter.onnx;

import io.archmeter.op.Permute;

/** ONNX's {@code Transpose} takes all axes. */
final class PermuteToOnnx implements Conversion<Permute> {
    @Override
    public void convert(Permute op, OnnxLayer layer) {
        layer.result(Call.of("Transpose", layer.input())
                .with("perm", op.axes().stream().map(Long::valueOf).toList()));
    }
}
