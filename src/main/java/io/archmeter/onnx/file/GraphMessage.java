package io.archmeter.onnx.file;

import java.util.List;

/**
 * {@code GraphProto}: nodes, the values that they are given, and those that they make.
 *
 * @param values what the file declares of values between the nodes, {@code value_info}
 * @param place of the message in the file
 */
public record GraphMessage(
        String name,
        List<NodeMessage> nodes,
        List<TensorMessage> initializers,
        List<SparseTensorMessage> sparseInitializers,
        List<ValueMessage> inputs,
        List<ValueMessage> outputs,
        List<ValueMessage> values,
        ByteRange place) {
    public GraphMessage {
        nodes = List.copyOf(nodes);
        initializers = List.copyOf(initializers);
        sparseInitializers = List.copyOf(sparseInitializers);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        values = List.copyOf(values);
    }
}
