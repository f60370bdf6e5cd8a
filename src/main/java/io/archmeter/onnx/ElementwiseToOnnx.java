package io.archmeter.onnx;

import io.archmeter.op.Elementwise;
import java.util.List;

/** ONNX combines two at a time: ((a + b) + c) + …; extents of 1 are stretched as ours are. */
final class ElementwiseToOnnx implements Conversion<Elementwise> {
    @Override
    public void convert(Elementwise op, OnnxLayer layer) {
        List<String> inputs = layer.inputs();
        if (inputs.size() == 1) {
            layer.result(Call.of("Identity", layer.input()));
            return;
        }
        int last = inputs.size() - 1;
        String joined = layer.input();
        for (int i = 1; i < last; i++) {
            joined = layer.step("first" + (i + 1), Call.of(type(op.function()), joined, inputs.get(i)));
        }
        layer.result(Call.of(type(op.function()), joined, inputs.get(last)));
    }

    private static String type(Elementwise.Function function) {
        return switch (function) {
            case ADD -> "Add";
            case DIV -> "Div";
            case MAXIMUM -> "Max";
            case MINIMUM -> "Min";
            case MULTIPLY -> "Mul";
            case SUB -> "Sub";
        };
    }
}
