package io.archmeter.onnx;

import io.archmeter.graph.Op;

/** Elements that keep their order, under the shape that the layer puts out. */
final class ReshapeToOnnx<O extends Op> implements Conversion<O> {
    @Override
    public void convert(O op, OnnxLayer layer) {
        String shape = layer.constant("shape", layer.output().extents());
        layer.result(Call.of("Reshape", layer.input(), shape));
    }
}
