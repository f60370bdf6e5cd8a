package io.archmeter.onnx.network;

import io.archmeter.onnx.model.ModelNode;
import java.util.Map;
import java.util.Set;

/** Inputs that say how numbers are quantized: scales and zero points, which are no parameters. */
final class QuantizationSlots {
    private static final Set<Integer> AFTER_FIRST = Set.of(1, 2);

    private static final Set<Integer> OF_TWO_OPERANDS = Set.of(1, 2, 4, 5, 6, 7);

    private static final Set<Integer> ZERO_POINTS = Set.of(2, 3);

    private static final Map<String, Set<Integer>> OF_OPERATORS = Map.ofEntries(
            Map.entry("ConvInteger", ZERO_POINTS),
            Map.entry("DequantizeLinear", AFTER_FIRST),
            Map.entry("DynamicQuantizeLSTM", Set.of(8, 9, 10, 11)),
            Map.entry("DynamicQuantizeMatMul", ZERO_POINTS),
            Map.entry("GatherBlockQuantized", ZERO_POINTS),
            Map.entry("MatMulBnb4", Set.of(2)),
            Map.entry("MatMulInteger", ZERO_POINTS),
            Map.entry("MatMulIntegerToFloat", Set.of(2, 3, 4, 5)),
            Map.entry("MatMulNBits", ZERO_POINTS),
            Map.entry("QAttention", Set.of(3, 4, 6, 7)),
            Map.entry("QGemm", Set.of(1, 2, 4, 5, 7, 8)),
            Map.entry("QLinearAdd", OF_TWO_OPERANDS),
            Map.entry("QLinearConv", OF_TWO_OPERANDS),
            Map.entry("QLinearMatMul", OF_TWO_OPERANDS),
            Map.entry("QLinearMul", OF_TWO_OPERANDS),
            Map.entry("QuantizeLinear", AFTER_FIRST));

    private QuantizationSlots() {}

    static boolean has(ModelNode node, int input) {
        return OF_OPERATORS.getOrDefault(node.operator(), Set.of()).contains(input);
    }

    /** Whether an input is a quantized bias: a sum of products of quantized numbers, of 32 bits. */
    static boolean isBias(ModelNode node, int input) {
        return switch (node.operator()) {
            case "QLinearConv" -> input == 8;
            case "QGemm" -> input == 6;
            case "DequantizeLinear" -> input == 0;
            default -> false;
        };
    }
}
