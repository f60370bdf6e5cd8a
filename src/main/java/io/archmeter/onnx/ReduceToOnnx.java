package io.archmeter.onnx;

import io.archmeter.op.Reduce;

/** Of a variance and of norms with exponents of their own ONNX has the parts. */
final class ReduceToOnnx implements Conversion<Reduce> {
    @Override
    public void convert(Reduce op, OnnxLayer layer) {
        switch (op.function()) {
            case LOGSUMEXP -> layer.result(reduced("ReduceLogSumExp", layer.input(), op));
            case MAX -> layer.result(reduced("ReduceMax", layer.input(), op));
            case MEAN -> layer.result(reduced("ReduceMean", layer.input(), op));
            case MIN -> layer.result(reduced("ReduceMin", layer.input(), op));
            case PROD -> layer.result(reduced("ReduceProd", layer.input(), op));
            case SUM -> layer.result(sum(layer.input(), op, layer));
            case NORM -> norm(op, layer);
            case VAR -> variance(op, layer);
        }
    }

    private static Call reduced(String type, String input, Reduce op) {
        return Call.of(type, input)
                .with("axes", AlongAxes.longs(op.axes()))
                .with("keepdims", op.keepDimensions() ? 1 : 0);
    }

    /** From the set of operators 13 on, it takes the axes as an input. */
    private static Call sum(String input, Reduce op, OnnxLayer layer) {
        String axes = layer.constant("axes", AlongAxes.longs(op.axes()));
        return Call.of("ReduceSum", input, axes).with("keepdims", op.keepDimensions() ? 1 : 0);
    }

    private static void norm(Reduce op, OnnxLayer layer) {
        if (op.p() == 1 || op.p() == 2) {
            layer.result(reduced(op.p() == 1 ? "ReduceL1" : "ReduceL2", layer.input(), op));
            return;
        }
        String magnitudes = layer.step("magnitudes", Call.of("Abs", layer.input()));
        String powers = layer.step("powers", Call.of("Pow", magnitudes, layer.constant("p", op.p())));
        String sum = layer.step("sum", sum(powers, op, layer));
        layer.result(Call.of("Pow", sum, layer.constant("inverse", 1 / op.p())));
    }

    private static void variance(Reduce op, OnnxLayer layer) {
        String mean = layer.step("mean", AlongAxes.mean(layer.input(), op.axes()));
        String centered = layer.step("centered", Call.of("Sub", layer.input(), mean));
        String squared = layer.step("squared", Call.of("Mul", centered, centered));
        long elements = op.axes().stream().mapToLong(layer.inputShape()::extent).reduce(1, Math::multiplyExact);
        String divisor = layer.constant("divisor", (double) (elements - op.correction()));
        layer.result(Call.of("Div", layer.step("sum", sum(squared, op, layer)), divisor));
    }
}
