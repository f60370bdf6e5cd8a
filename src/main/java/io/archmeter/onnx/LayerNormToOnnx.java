package io.archmeter.onnx;

import io.archmeter.op.LayerNorm;

/**
 * ONNX has it from its set of operators 17 on, along the last axes. It is put together as ONNX defines it there, along any axes.
 */
final class LayerNormToOnnx implements Conversion<LayerNorm> {
    @Override
    public void convert(LayerNorm op, OnnxLayer layer) {
        String mean = layer.step("mean", AlongAxes.mean(layer.input(), op.axes()));
        String centered = layer.step("centered", Call.of("Sub", layer.input(), mean));
        String squared = layer.step("squared", Call.of("Mul", centered, centered));
        String variance = layer.step("variance", AlongAxes.mean(squared, op.axes()));
        String shifted = layer.step("shifted", Call.of("Add", variance, layer.constant("epsilon", op.epsilon())));
        String deviation = layer.step("deviation", Call.of("Sqrt", shifted));
        Call normalized = Call.of("Div", centered, deviation);
        if (!op.affine()) {
            layer.result(normalized);
            return;
        }
        String weight = AlongAxes.spread("weight", op.axes(), layer);
        Call scaled = Call.of("Mul", layer.step("normalized", normalized), weight);
        if (!op.bias()) {
            layer.result(scaled);
            return;
        }
        layer.result(Call.of("Add", layer.step("scaled", scaled), AlongAxes.spread("bias", op.axes(), layer)));
    }
}
