package io.archmeter.onnx.file;

import java.util.List;
import java.util.Map;

/**
 * {@code NodeProto}: an operator on values, by their names. An empty name stands for an input or output that is left out.
 *
 * @param metadata {@code metadata_props}, e.g. the scopes of an exporter
 * @param place of the message in the file
 */
public record NodeMessage(
        String name,
        String operator,
        String domain,
        String overload,
        List<String> inputs,
        List<String> outputs,
        List<AttributeMessage> attributes,
        Map<String, String> metadata,
        ByteRange place) {
    public NodeMessage {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = List.copyOf(attributes);
        metadata = Entries.copyOf(metadata);
    }
}
