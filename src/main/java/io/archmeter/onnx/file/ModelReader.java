package io.archmeter.onnx.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ModelProto}. */
final class ModelReader {
    private final Reading reading;
    private final List<OpsetMessage> opsets = new ArrayList<>();
    private final List<ByteRange> graph = new ArrayList<>();
    private final List<FunctionMessage> functions = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private long irVersion;
    private String producer = "";
    private String producerVersion = "";

    private ModelReader(Reading reading) {
        this.reading = reading;
    }

    static ModelMessage read(Reading reading) {
        return new ModelReader(reading).message();
    }

    private ModelMessage message() {
        Fields fields = new Fields(reading, reading.bytes().all());
        while (fields.next()) {
            if (fields.isBytes()) {
                take(fields);
            } else if (fields.isWhole() && fields.number() == 1) {
                irVersion = fields.whole();
            }
        }
        return new ModelMessage(
                irVersion,
                opsets,
                producer,
                producerVersion,
                graph.isEmpty() ? Optional.empty() : Optional.of(GraphReader.read(reading, graph, 0)),
                functions,
                metadata);
    }

    private void take(Fields fields) {
        switch (fields.number()) {
            case 2 -> producer = fields.text();
            case 3 -> producerVersion = fields.text();
            case 7 -> {
                reading.holdObject();
                graph.add(fields.value());
            }
            case 8 -> opsets.add(SmallReaders.opset(reading, fields.value()));
            case 14 -> SmallReaders.entry(reading, fields.value(), metadata);
            case 25 -> functions.add(FunctionReader.read(reading, fields.value()));
            default -> {}
        }
    }
}
