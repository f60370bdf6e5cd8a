package io.archmeter.onnx;

import io.archmeter.op.ConvTranspose;
import java.util.ArrayList;
import java.util.List;

final class ConvTransposeToOnnx implements Conversion<ConvTranspose> {
    @Override
    public void convert(ConvTranspose op, OnnxLayer layer) {
        List<String> inputs = new ArrayList<>(List.of(layer.input(), layer.weight("weight")));
        if (op.bias()) {
            inputs.add(layer.weight("bias"));
        }
        Call call = WindowAttributes.on(Call.of("ConvTranspose", inputs), op.window());
        layer.result(WindowAttributes.dilated(call, op.window())
                .with("pads", WindowAttributes.pads(op.window().axes()))
                .with(
                        "output_padding",
                        op.outputPadding().numbers().stream().map(Long::valueOf).toList())
                .with("group", op.group()));
    }
}
