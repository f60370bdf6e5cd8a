package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.Attention;
import io.archmeter.op.AttentionMask;
import java.util.List;

/**
 * ONNX has it from its set of operators 23 on. Before, it is two products with a softmax between, as PyTorch exports it ({@code
 * scaled_dot_product_attention} of {@code torch/onnx/symbolic_opset14.py}).
 */
final class AttentionToOnnx implements Conversion<Attention> {
    @Override
    public void convert(Attention op, OnnxLayer layer) {
        int tensors = layer.inputs().size() - (op.mask() == AttentionMask.NONE ? 0 : 1);
        List<Shape> shapes = layer.inputShapes().subList(0, tensors);
        HeadsInOnnx heads =
                new HeadsInOnnx(layer, shapes.get(0), shapes.get(Math.min(1, shapes.size() - 1)), op.heads());
        double scale = op.scale().orElse(1 / Math.sqrt(heads.depth()));
        layer.result(attended(layer, heads, layer.inputs().subList(0, tensors), shapes, op.causal(), op.mask(), scale));
    }

    /**
     * What comes out of attention.
     *
     * @param names queries, keys and values, of which the last may stand for those that are missing
     */
    static Call attended(
            OnnxLayer layer,
            HeadsInOnnx heads,
            List<String> names,
            List<Shape> shapes,
            boolean causal,
            AttentionMask masked,
            double scale) {
        int value = names.size() - 1;
        int key = Math.min(1, value);
        String queries = heads.queries(names.get(0), shapes.get(0));
        String keys = heads.keys(names.get(key), shapes.get(key));
        String values = heads.values(names.get(value), shapes.get(value));
        String products = layer.step("products", Call.of("MatMul", queries, keys));
        String scaled = layer.step("scaled", Call.of("Mul", products, layer.constant("scale", scale)));
        if (causal) {
            Shape places = Shape.of(heads.queryPositions(), heads.keyPositions());
            scaled = layer.step("masked", Call.of("Add", scaled, layer.constant("mask", places, () -> mask(places))));
        }
        String mask = "";
        if (masked != AttentionMask.NONE) {
            mask = heads.mask(
                    layer.inputs().get(layer.inputs().size() - 1),
                    layer.inputShapes().get(layer.inputs().size() - 1));
            scaled = layer.step(
                    "masked",
                    masked == AttentionMask.ADDED
                            ? Call.of("Add", scaled, mask)
                            : Call.of("Where", mask, scaled, layer.constant("hidden", Double.NEGATIVE_INFINITY)));
        }
        String weights = layer.step("weights", Call.of("Softmax", scaled).with("axis", -1));
        if (masked == AttentionMask.SEEN) {
            // Where a query sees no key, no softmax can be taken, and nothing comes out.
            weights = layer.step("seen", Call.of("Where", mask, weights, layer.constant("nothing", 0)));
        }
        return heads.joined(layer.step("sums", Call.of("MatMul", weights, values)), layer.output());
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
