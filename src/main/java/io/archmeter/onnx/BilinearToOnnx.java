package io.archmeter.onnx;

import io.archmeter.op.Bilinear;
import java.util.List;

final class BilinearToOnnx implements Conversion<Bilinear> {
    @Override
    public void convert(Bilinear op, OnnxLayer layer) {
        List<String> inputs = layer.inputs();
        Call products = Call.of("Einsum", inputs.get(0), layer.weight("weight"), inputs.get(1))
                .with("equation", "...i,kij,...j->...k");
        layer.result(op.bias() ? Call.of("Add", layer.step("products", products), layer.weight("bias")) : products);
    }
}
