package io.archmeter.onnx;

import io.archmeter.graph.DType;
import io.archmeter.op.Elementwise;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** ONNX combines two at a time: ((a + b) + c) + …; extents of 1 are stretched as ours are. */
final class ElementwiseToOnnx implements Conversion<Elementwise> {
    /** With which ONNX computes from its set of operators 14 on alone, and ONNX Runtime compares none. */
    private static final Set<DType> NARROW = Set.of(DType.INT8, DType.UINT8, DType.INT16);

    @Override
    public void convert(Elementwise op, OnnxLayer layer) {
        List<String> inputs = layer.inputs();
        if (inputs.size() == 1) {
            layer.result(Call.of("Identity", layer.input()));
            return;
        }
        DType elements = layer.inputType();
        String type = elements == DType.BOOL ? ofTruthValues(op.function()) : type(op.function());
        if (NARROW.contains(elements)) {
            List<String> widened = IntStream.range(0, inputs.size())
                    .mapToObj(i -> layer.step("wide" + i, Call.cast(inputs.get(i), ElementType.INT32)))
                    .toList();
            layer.result(Call.cast(layer.step("result", joined(type, widened, layer)), ElementType.of(elements)));
        } else {
            layer.result(joined(type, inputs, layer));
        }
    }

    private static Call joined(String type, List<String> inputs, OnnxLayer layer) {
        int last = inputs.size() - 1;
        String joined = inputs.get(0);
        for (int i = 1; i < last; i++) {
            joined = layer.step("first" + (i + 1), Call.of(type, joined, inputs.get(i)));
        }
        return Call.of(type, joined, inputs.get(last));
    }

    /** Those of numbers take none in ONNX. */
    private static String ofTruthValues(Elementwise.Function function) {
        return switch (function) {
            case MAXIMUM -> "Or";
            case MINIMUM, MULTIPLY -> "And";
            case ADD, DIV, SUB ->
                throw new CannotConvert(
                        "it computes with numbers, but " + DType.BOOL + " comes in", "give the input another dtype");
        };
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
