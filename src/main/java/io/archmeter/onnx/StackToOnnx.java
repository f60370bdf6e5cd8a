package io.archmeter.onnx;

import io.archmeter.op.Stack;
import java.util.ArrayList;
import java.util.List;

/** Each tensor gets the new axis, along which they are joined. */
final class StackToOnnx implements Conversion<Stack> {
    @Override
    public void convert(Stack op, OnnxLayer layer) {
        String axis = layer.constant("axis", List.of((long) op.axis()));
        List<String> rows = new ArrayList<>();
        for (String input : layer.inputs()) {
            rows.add(layer.step("row" + rows.size(), Call.of("Unsqueeze", input, axis)));
        }
        layer.result(Call.of("Concat", rows).with("axis", op.axis()));
    }
}
