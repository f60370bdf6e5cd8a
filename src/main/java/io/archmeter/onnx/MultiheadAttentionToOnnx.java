package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.AttentionMask;
import io.archmeter.op.MultiheadAttention;
import java.util.ArrayList;
import java.util.List;

/** Attention between linear layers, whose weights may be parts of one tensor. */
final class MultiheadAttentionToOnnx implements Conversion<MultiheadAttention> {
    private static final List<String> NAMES = List.of("q", "k", "v");

    @Override
    public void convert(MultiheadAttention op, OnnxLayer layer) {
        int last = layer.inputs().size() - (op.mask() == AttentionMask.NONE ? 1 : 2);
        long channels = layer.output().extent(2);
        boolean packed =
                layer.inputShapes().subList(0, last + 1).stream().allMatch(shape -> shape.extent(2) == channels);
        List<String> projected = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            String weight = packed
                    ? part("in_proj_weight", name + "_weight", i, channels, layer)
                    : layer.weight(name + "_proj_weight");
            String product = product(name, layer.inputs().get(Math.min(i, last)), weight, layer);
            projected.add(
                    op.bias()
                            ? layer.step(
                                    name + "_projected",
                                    Call.of("Add", product, part("in_proj_bias", name + "_bias", i, channels, layer)))
                            : product);
            shapes.add(layer.inputShapes().get(Math.min(i, last)).with(2, channels));
        }
        HeadsInOnnx heads = new HeadsInOnnx(layer, shapes.get(0), shapes.get(1), op.heads());
        double scale = 1 / Math.sqrt(heads.depth());
        Call attended = AttentionToOnnx.attended(layer, heads, projected, shapes, op.causal(), op.mask(), scale);
        String transposed = layer.step(
                "out_transposed",
                Call.of("Transpose", layer.weight("out_proj.weight")).with("perm", List.of(1L, 0L)));
        Call product = Call.of("MatMul", layer.step("attended", attended), transposed);
        layer.result(
                op.bias()
                        ? Call.of("Add", layer.step("out_product", product), layer.weight("out_proj.bias"))
                        : product);
    }

    private static String product(String name, String input, String weight, OnnxLayer layer) {
        String transposed =
                layer.step(name + "_transposed", Call.of("Transpose", weight).with("perm", List.of(1L, 0L)));
        return layer.step(name + "_product", Call.of("MatMul", input, transposed));
    }

    /** A third of a tensor along its first axis. */
    private static String part(String weight, String name, int number, long length, OnnxLayer layer) {
        String start = layer.constant(name + "_start", List.of(number * length));
        String end = layer.constant(name + "_end", List.of((number + 1) * length));
        String axis = layer.constant(name + "_axis", List.of(0L));
        return layer.step(name, Call.of("Slice", layer.weight(weight), start, end, axis));
    }
}
