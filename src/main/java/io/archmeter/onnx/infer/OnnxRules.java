package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.onnx.model.ModelNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rule of each operator of ONNX: the only list. It is a switch, so that of all rules those are loaded that a network needs. */
final class OnnxRules {
    private static final Set<String> MULTIPLYING = Set.of(
            "Attention",
            "CausalConvWithState",
            "Conv",
            "ConvInteger",
            "ConvTranspose",
            "DeformConv",
            "DynamicQuantizeMatMul",
            "Einsum",
            "FlexAttention",
            "FusedConv",
            "FusedGemm",
            "FusedMatMul",
            "GRU",
            "Gemm",
            "GroupQueryAttention",
            "If",
            "LSTM",
            "LinearAttention",
            "Loop",
            "MatMul",
            "MatMulInteger",
            "MatMulIntegerToFloat",
            "MatMulNBits",
            "MultiHeadAttention",
            "QAttention",
            "QGemm",
            "QLinearConv",
            "QLinearMatMul",
            "RNN",
            "Scan",
            "SequenceMap");

    private OnnxRules() {}

    /** Whether an operator may have multiply-adds: nobody knows how many where its shapes are not known. */
    static boolean multiplies(ModelNode node) {
        return MULTIPLYING.contains(node.operator());
    }

    static Optional<NodeRule> find(String domain, String operator) {
        return Optional.ofNullable(
                switch (domain) {
                    case "" -> onnx(operator);
                    case "com.microsoft" -> microsoft(operator);
                    case "ai.onnx.ml" -> machineLearning(operator);
                    case "ai.onnx.preview" -> preview(operator);
                    case "ai.onnx.preview.training" -> training(operator);
                    default -> null;
                });
    }

    private static NodeRule onnx(String operator) {
        return switch (operator) {
            // keep sorted
            case "Add" -> Elementwise.of(Map.of(ADD, 1L), Arithmetic.folded(Math::addExact, (a, b) -> a + b));
            case "Attention" -> Attention.RULE;
            case "Conv" -> Conv.CONV;
            case "ConvInteger" -> Conv.CONV_INTEGER;
            case "DequantizeLinear" -> Quantization.DEQUANTIZE;
            case "DynamicQuantizeLinear" -> Quantization.DYNAMIC;
            case "GRU" -> Recurrent.GRU.rule();
            case "If" -> If.RULE;
            case "LSTM" -> Recurrent.LSTM.rule();
            case "Loop" -> Loop.RULE;
            case "MatMulInteger" -> MatrixProducts.INTEGER;
            case "Mul" -> Elementwise.of(Map.of(MULTIPLY, 1L), Arithmetic.folded(Math::multiplyExact, (a, b) -> a * b));
            case "QLinearConv" -> Conv.QLINEAR_CONV;
            case "QLinearMatMul" -> MatrixProducts.QLINEAR;
            case "QuantizeLinear" -> Quantization.QUANTIZE;
            case "RNN" -> Recurrent.RNN.rule();
            case "Relu" -> Elementwise.of(Map.of(COMPARE, 1L));
            case "Scan" -> Scan.RULE;
            case "SequenceMap" -> SequenceMap.RULE;
            default -> null;
        };
    }

    private static NodeRule microsoft(String operator) {
        return switch (operator) {
            // keep sorted
            case "DequantizeLinear" -> Quantization.DEQUANTIZE;
            case "DynamicQuantizeLSTM" -> Recurrent.LSTM.ruleOfTurned();
            case "DynamicQuantizeMatMul" -> MatrixProducts.DYNAMIC;
            case "FusedConv" -> Conv.CONV;
            case "FusedMatMul" -> MatrixProducts.FUSED;
            case "MatMulBnb4" -> MatrixProducts.PACKED;
            case "MatMulInteger16" -> MatrixProducts.INTEGER;
            case "MatMulIntegerToFloat" -> MatrixProducts.INTEGER_TO_FLOAT;
            case "MatMulNBits" -> MatrixProducts.PACKED;
            case "QGemm" -> MatrixProducts.QGEMM;
            case "QuantizeLinear" -> Quantization.QUANTIZE;
            case "TransposeMatMul" -> MatrixProducts.FUSED;
            default -> null;
        };
    }

    private static NodeRule machineLearning(String operator) {
        return switch (operator) {
            // keep sorted
            default -> null;
        };
    }

    private static NodeRule preview(String operator) {
        return switch (operator) {
            // keep sorted
            case "FlexAttention" -> Attention.FLEX;
            default -> null;
        };
    }

    private static NodeRule training(String operator) {
        return switch (operator) {
            // keep sorted
            default -> null;
        };
    }
}
