package io.archmeter.onnx;

import io.archmeter.op.RmsNorm;

/**
 * ONNX has it from its set of operators 23 on, along the last axes. It is put together as ONNX defines it there, along any axes.
 */
final class RmsNormToOnnx implements Conversion<RmsNorm> {
    @Override
    public void convert(RmsNorm op, OnnxLayer layer) {
        String squared = layer.step("squared", Call.of("Mul", layer.input(), layer.input()));
        String mean = layer.step("mean", AlongAxes.mean(squared, op.axes()));
        String shifted = layer.step("shifted", Call.of("Add", mean, layer.constant("epsilon", op.epsilon())));
        Call normalized = Call.of("Div", layer.input(), layer.step("root", Call.of("Sqrt", shifted)));
        if (!op.affine()) {
            layer.result(normalized);
            return;
        }
        String weight = AlongAxes.spread("weight", op.axes(), layer);
        layer.result(Call.of("Mul", layer.step("normalized", normalized), weight));
    }
}
