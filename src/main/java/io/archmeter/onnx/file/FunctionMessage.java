package io.archmeter.onnx.file;

import java.util.List;

/**
 * {@code FunctionProto}: an operator that is made of others.
 *
 * @param attributes the names of those that have no default
 * @param defaults attributes with their defaults
 */
public record FunctionMessage(
        String name,
        String domain,
        String overload,
        List<String> inputs,
        List<String> outputs,
        List<String> attributes,
        List<AttributeMessage> defaults,
        List<NodeMessage> nodes,
        List<OpsetMessage> opsets) {
    public FunctionMessage {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = List.copyOf(attributes);
        defaults = List.copyOf(defaults);
        nodes = List.copyOf(nodes);
        opsets = List.copyOf(opsets);
    }
}
