package io.archmeter.onnx;

import io.archmeter.op.Split;
import java.util.List;

/** ONNX takes a number of parts from its set of operators 18 on; before, their sizes are an input. */
final class SplitToOnnx implements Conversion<Split> {
    @Override
    public void convert(Split op, OnnxLayer layer) {
        List<Long> sizes =
                layer.outputs().stream().map(part -> part.extent(op.axis())).toList();
        layer.result(
                Call.of("Split", layer.input(), layer.constant("sizes", sizes)).with("axis", op.axis()));
    }
}
