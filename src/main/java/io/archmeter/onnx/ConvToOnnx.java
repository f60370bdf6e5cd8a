package io.archmeter.onnx;

import io.archmeter.op.Conv;
import java.util.ArrayList;
import java.util.List;

final class ConvToOnnx implements Conversion<Conv> {
    @Override
    public void convert(Conv op, OnnxLayer layer) {
        List<String> inputs = new ArrayList<>(List.of(layer.input(), layer.weight("weight")));
        if (op.bias()) {
            inputs.add(layer.weight("bias"));
        }
        Call conv = WindowAttributes.on(Call.of("Conv", inputs), op.window());
        layer.result(WindowAttributes.dilated(conv, op.window())
                .with("pads", WindowAttributes.pads(op.window().axes()))
                .with("group", op.group()));
    }
}
