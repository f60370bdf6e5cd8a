package io.archmeter.onnx;

import io.archmeter.op.Slice;

final class SliceToOnnx implements Conversion<Slice> {
    @Override
    public void convert(Slice op, OnnxLayer layer) {
        layer.result(Slices.of(
                layer.input(), op.axis(), op.start(), op.end().orElse(Integer.MAX_VALUE), op.step(), "", layer));
    }
}
