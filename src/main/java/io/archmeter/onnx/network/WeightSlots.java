package io.archmeter.onnx.network;

import io.archmeter.onnx.model.ModelNode;
import java.util.List;
import java.util.Map;

/** What layers call the tensors that they take, by the places of these among the inputs of an operator; as PyTorch does where it has them. */
final class WeightSlots {
    private static final List<String> SECOND = List.of("", "weight", "bias");

    private static final List<String> NORMALIZATION = List.of("", "weight", "bias", "running_mean", "running_var");

    private static final List<String> RECURRENT =
            List.of("", "weight_ih", "weight_hh", "bias", "", "initial_h", "initial_c", "weight_peephole");

    private static final Map<String, List<String>> OF_OPERATORS = Map.ofEntries(
            Map.entry("BatchNormalization", NORMALIZATION),
            Map.entry("Conv", SECOND),
            Map.entry("ConvInteger", SECOND),
            Map.entry("ConvTranspose", SECOND),
            Map.entry("DeformConv", List.of("", "weight", "offset", "bias")),
            Map.entry("DynamicQuantizeMatMul", SECOND),
            Map.entry(
                    "EmbedLayerNormalization",
                    List.of("", "", "word_embedding", "position_embedding", "segment_embedding")),
            Map.entry("FusedConv", SECOND),
            Map.entry("FusedGemm", SECOND),
            Map.entry("FusedMatMul", SECOND),
            Map.entry("GRU", RECURRENT),
            Map.entry("Gather", List.of("weight")),
            Map.entry("Gemm", SECOND),
            Map.entry("GroupNormalization", SECOND),
            Map.entry("InstanceNormalization", SECOND),
            Map.entry("LSTM", RECURRENT),
            Map.entry("LayerNormalization", SECOND),
            Map.entry("MatMul", SECOND),
            Map.entry("MatMulInteger", SECOND),
            Map.entry("MatMulNBits", List.of("", "weight", "scales", "zero_points")),
            Map.entry("PRelu", SECOND),
            Map.entry("QLinearConv", List.of("", "", "", "weight", "", "", "", "", "bias")),
            Map.entry("QLinearMatMul", List.of("", "", "", "weight")),
            Map.entry("RMSNormalization", SECOND),
            Map.entry("RNN", RECURRENT),
            Map.entry("SkipLayerNormalization", List.of("", "", "weight", "bias")));

    private WeightSlots() {}

    /** The name of an input; empty where it has none. */
    static String name(ModelNode node, int input) {
        List<String> names = OF_OPERATORS.getOrDefault(node.operator(), List.of());
        return input < names.size() ? names.get(input) : "";
    }

    /** The input whose tensor makes a node the main one of its module; -1 where it has none. */
    static int main(ModelNode node) {
        List<String> names = OF_OPERATORS.getOrDefault(node.operator(), List.of());
        int main = names.indexOf("weight");
        return main >= 0 ? main : names.indexOf("weight_ih");
    }
}
