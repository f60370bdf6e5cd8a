package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.GroupNorm;
import java.util.List;
import java.util.stream.LongStream;

/**
 * ONNX has it from its set of operators 21 on. Before, a group is one channel of an instance normalization, as PyTorch exports it
 * ({@code group_norm} of {@code torch/onnx/symbolic_opset9.py}).
 */
final class GroupNormToOnnx implements Conversion<GroupNorm> {
    @Override
    public void convert(GroupNorm op, OnnxLayer layer) {
        Shape x = layer.inputShape();
        String shape = layer.constant("groups", List.of(x.batch(), op.groups(), -1L));
        String grouped = layer.step("grouped", Call.of("Reshape", layer.input(), shape));
        String one = layer.filled("one", 1, op.groups());
        String zero = layer.filled("zero", 0, op.groups());
        Call normalization =
                Call.of("InstanceNormalization", grouped, one, zero).with("epsilon", op.epsilon());
        String normalized = layer.step("normalized", normalization);
        Call restored = Call.of("Reshape", normalized, layer.constant("shape", x.extents()));
        if (!op.affine()) {
            layer.result(restored);
            return;
        }
        String scaled = layer.step(
                "scaled", Call.of("Mul", layer.step("restored", restored), alongChannels("weight", x, layer)));
        layer.result(Call.of("Add", scaled, alongChannels("bias", x, layer)));
    }

    /** A tensor of C elements as C×1×…, which is spread over N×C×…. */
    private static String alongChannels(String weight, Shape x, OnnxLayer layer) {
        if (x.spatialRank() == 0) {
            return layer.weight(weight);
        }
        List<Long> axes = LongStream.rangeClosed(1, x.spatialRank()).boxed().toList();
        String spatial = layer.constant(weight + "_axes", axes);
        return layer.step(weight + "_map", Call.of("Unsqueeze", layer.weight(weight), spatial));
    }
}
