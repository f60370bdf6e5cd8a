package io.archmeter.onnx;

import io.archmeter.op.Glu;
import java.util.List;

/** ONNX has no gated linear unit: it is two slices, a sigmoid and a product. */
final class GluToOnnx implements Conversion<Glu> {
    @Override
    public void convert(Glu op, OnnxLayer layer) {
        long half = layer.output().extent(op.axis());
        String begin = layer.constant("begin", List.of(0L));
        String middle = layer.constant("middle", List.of(half));
        String end = layer.constant("end", List.of(2 * half));
        String axis = layer.constant("axis", List.of((long) op.axis()));
        String values = layer.step("values", Call.of("Slice", layer.input(), begin, middle, axis));
        String gates = layer.step("gates", Call.of("Slice", layer.input(), middle, end, axis));
        layer.result(Call.of("Mul", values, layer.step("sigmoid", Call.of("Sigmoid", gates))));
    }
}
