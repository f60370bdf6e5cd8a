package io.archmeter.onnx;

import io.archmeter.op.Select;
import java.util.List;

final class SelectToOnnx implements Conversion<Select> {
    @Override
    public void convert(Select op, OnnxLayer layer) {
        String index = layer.constant("index", List.of((long) op.index()));
        String one = layer.step("one", Call.of("Gather", layer.input(), index).with("axis", op.axis()));
        layer.result(Call.of("Squeeze", one, layer.constant("axes", List.of((long) op.axis()))));
    }
}
