package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Output;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Weight;
import io.archmeter.onnx.infer.InferredNode;

/** Which tensors of a file are parameters. */
final class ParameterRules {
    private ParameterRules() {}

    /** What the tensor that a node takes as an input would be, if it is large enough to be learnt. */
    static Weight.Kind kind(InferredNode node, int input) {
        return switch (node.node().operator()) {
            case "BatchNormalization" -> input >= 3 ? Weight.Kind.BUFFER : Weight.Kind.PARAMETER;
            default -> Weight.Kind.PARAMETER;
        };
    }

    /** A tensor of real or quantized numbers that has more than one element. */
    static Weight.Kind isParameter(Output tensor, Weight.Kind kind) {
        DType type = tensor.type();
        boolean numbers = type.hasGradients() || type.bits() <= Byte.SIZE && type != DType.BOOL && type != DType.STRING;
        try {
            boolean several = tensor.shape().rank() > 0 && tensor.shape().elements() > 1;
            return numbers && several ? kind : Weight.Kind.CONSTANT;
        } catch (UnknownException notKnown) {
            return kind;
        }
    }

    /** What a node calls an input. */
    static String role(InferredNode node, int input) {
        return node.node()
                .inputs()
                .get(input)
                .map(value -> value.name())
                .filter(name -> !name.isBlank())
                .orElse("input" + input);
    }
}
