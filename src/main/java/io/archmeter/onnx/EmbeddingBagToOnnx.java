package io.archmeter.onnx;

import io.archmeter.graph.DType;
import io.archmeter.op.EmbeddingBag;
import java.util.List;

/** The rows of all indices, reduced along the indices; what is left out becomes what does not change the result. */
final class EmbeddingBagToOnnx implements Conversion<EmbeddingBag> {
    @Override
    public void convert(EmbeddingBag op, OnnxLayer layer) {
        String rows = layer.step(
                "rows", Call.of("Gather", layer.weight("weight"), layer.input()).with("axis", 0));
        boolean summed = op.padding().isPresent() || op.mode() == EmbeddingBag.Mode.SUM;
        String indices = summed ? layer.constant("indices", List.of(1L)) : "";
        if (op.padding().isEmpty()) {
            layer.result(reduced(op.mode(), rows, indices));
            return;
        }
        String padding = layer.constant("padding", List.of(op.padding().getAsLong()));
        String isPadding = layer.step("is_padding", Call.of("Equal", places(layer), padding));
        String elements = layer.step(
                "padding_elements", Call.of("Unsqueeze", isPadding, layer.constant("elements", List.of(2L))));
        boolean largest = op.mode() == EmbeddingBag.Mode.MAX;
        String zero = layer.constant("zero", 0);
        String nothing = largest ? layer.constant("smallest", Double.NEGATIVE_INFINITY) : zero;
        String left = layer.step("left", Call.of("Where", elements, nothing, rows));
        if (op.mode() == EmbeddingBag.Mode.SUM) {
            layer.result(reduced(op.mode(), left, indices));
            return;
        }
        String kept =
                layer.step("kept", Call.cast(layer.step("is_kept", Call.of("Not", isPadding)), ElementType.FLOAT));
        String count = layer.step("count", Call.of("ReduceSum", kept, indices));
        if (largest) {
            String none = layer.step("none", Call.of("Equal", count, zero));
            layer.result(Call.of("Where", none, zero, layer.step("largest", reduced(op.mode(), left, indices))));
        } else {
            String sum = layer.step("sum", reduced(EmbeddingBag.Mode.SUM, left, indices));
            String divisor = layer.step("divisor", Call.of("Max", count, layer.constant("one", 1)));
            layer.result(Call.of("Div", sum, divisor));
        }
    }

    /** Numbers that are compared have one type. */
    private static String places(OnnxLayer layer) {
        return layer.inputType() == DType.INT64
                ? layer.input()
                : layer.step("places", Call.cast(layer.input(), ElementType.INT64));
    }

    private static Call reduced(EmbeddingBag.Mode mode, String rows, String indices) {
        List<Long> axes = List.of(1L);
        return switch (mode) {
            case SUM -> Call.of("ReduceSum", rows, indices).with("keepdims", 0);
            case MEAN -> Call.of("ReduceMean", rows).with("axes", axes).with("keepdims", 0);
            case MAX -> Call.of("ReduceMax", rows).with("axes", axes).with("keepdims", 0);
        };
    }
}
