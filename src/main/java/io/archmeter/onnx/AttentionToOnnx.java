package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.Attention;
import java.util.List;

/**
 * ONNX has it from its set of operators 23 on. Before, it is two products with a softmax between, as PyTorch exports it ({@code
 * scaled_dot_product_attention} of {@code torch/onnx/symbolic_opset14.py}).
 */
final class AttentionToOnnx implements Conversion<Attention> {
    @Override
    public void convert(Attention op, OnnxLayer layer) {
        List<String> names = layer.inputs();
        List<Shape> shapes = layer.inputShapes();
        int value = names.size() - 1;
        int key = Math.min(1, value);
        HeadsInOnnx heads = new HeadsInOnnx(layer, shapes.get(0), shapes.get(key), op.heads());
        String queries = heads.queries(names.get(0), shapes.get(0));
        String keys = heads.keys(names.get(key), shapes.get(key));
        String values = heads.values(names.get(value), shapes.get(value));
        double scale = op.scale().orElse(1 / Math.sqrt(heads.depth()));
        String products = layer.step("products", Call.of("MatMul", queries, keys));
        String scaled = layer.step("scaled", Call.of("Mul", products, layer.constant("scale", scale)));
        if (op.causal()) {
            Shape mask = Shape.of(heads.queryPositions(), heads.keyPositions());
            scaled = layer.step("masked", Call.of("Add", scaled, layer.constant("mask", mask, () -> mask(mask))));
        }
        String weights = layer.step("weights", Call.of("Softmax", scaled).with("axis", -1));
        layer.result(heads.joined(layer.step("sums", Call.of("MatMul", weights, values)), layer.output()));
    }

    private static float[] mask(Shape shape) {
        float[] elements = new float[Math.toIntExact(shape.elements())];
        int keys = (int) shape.extent(1);
        for (int i = 0; i < elements.length; i++) {
            elements[i] = i % keys > i / keys ? Float.NEGATIVE_INFINITY : 0;
        }
        return elements;
    }
}
