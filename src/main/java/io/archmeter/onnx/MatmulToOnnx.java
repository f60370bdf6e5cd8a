package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.Matmul;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

final class MatmulToOnnx implements Conversion<Matmul> {
    @Override
    public void convert(Matmul op, OnnxLayer layer) {
        List<String> inputs = layer.inputs();
        String second = inputs.get(1);
        if (op.transpose()) {
            Shape shape = layer.inputShapes().get(1);
            List<Long> axes = LongStream.range(0, shape.rank()).boxed().collect(Collectors.toList());
            axes.set(shape.rank() - 2, shape.rank() - 1L);
            axes.set(shape.rank() - 1, shape.rank() - 2L);
            second = layer.step("transposed", Call.of("Transpose", second).with("perm", axes));
        }
        layer.result(Call.of("MatMul", inputs.get(0), second));
    }
}
