package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Output;
import io.archmeter.graph.UnknownException;
import io.archmeter.graph.Weight;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelValue;

/** Which tensors of a file are parameters: no file says it, and what is learnt cannot be told from what was set. */
final class ParameterRules {
    private ParameterRules() {}

    /** What the tensor that a node takes as an input would be, if it is large enough to be learnt. */
    static Weight.Kind kind(InferredNode node, int input) {
        boolean statistics = node.node().operator().equals("BatchNormalization") && input >= 3;
        return statistics ? Weight.Kind.BUFFER : Weight.Kind.PARAMETER;
    }

    /**
     * What a stored tensor is: a parameter has real or quantized numbers, and more than one of them.
     *
     * @param kind what it would be for the node that takes it
     */
    static Weight.Kind kind(ModelValue stored, Output tensor, Weight.Kind kind, Folded constants) {
        if (constants.isScale(stored)) {
            return Weight.Kind.CONSTANT;
        }
        DType type = tensor.type();
        boolean small = type.bits() <= Byte.SIZE && type != DType.BOOL && type != DType.STRING;
        boolean numbers = type.hasGradients() || small || constants.isQuantizedBias(stored);
        try {
            boolean several = tensor.shape().rank() > 0 && tensor.shape().elements() > 1;
            return numbers && several ? kind : Weight.Kind.CONSTANT;
        } catch (UnknownException notKnown) {
            return kind;
        }
    }

    /** What a node calls an input. */
    static String role(InferredNode node, int input) {
        String name = WeightSlots.name(node.node(), input);
        return name.isEmpty() ? "input" + input : name;
    }
}
