package io.archmeter.onnx.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ModelProto}: what a file says, without its meaning.
 *
 * @param irVersion the version of the format; 0 where the file does not say
 * @param opsets versions of operators; the files of the first version have none
 * @param producer the program that wrote it; may be empty
 * @param metadata {@code metadata_props}
 */
public record ModelMessage(
        long irVersion,
        List<OpsetMessage> opsets,
        String producer,
        String producerVersion,
        Optional<GraphMessage> graph,
        List<FunctionMessage> functions,
        Map<String, String> metadata) {
    public ModelMessage {
        opsets = List.copyOf(opsets);
        functions = List.copyOf(functions);
        metadata = Entries.copyOf(metadata);
    }
}
