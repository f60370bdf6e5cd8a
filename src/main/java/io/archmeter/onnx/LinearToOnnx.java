package io.archmeter.onnx;

import io.archmeter.op.Linear;
import java.util.ArrayList;
import java.util.List;

/** Of N×C it is {@code Gemm}, which takes the weights as they are; {@code MatMul}, for N×…×C, takes them transposed. */
final class LinearToOnnx implements Conversion<Linear> {
    @Override
    public void convert(Linear op, OnnxLayer layer) {
        String weight = layer.weight("weight");
        if (layer.inputShape().rank() == 2) {
            List<String> inputs = new ArrayList<>(List.of(layer.input(), weight));
            if (op.bias()) {
                inputs.add(layer.weight("bias"));
            }
            layer.result(Call.of("Gemm", inputs).with("transB", 1));
            return;
        }
        String transposed =
                layer.step("transposed", Call.of("Transpose", weight).with("perm", List.of(1L, 0L)));
        Call product = Call.of("MatMul", layer.input(), transposed);
        layer.result(op.bias() ? Call.of("Add", layer.step("product", product), layer.weight("bias")) : product);
    }
}
