package io.archmeter.onnx.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code NodeProto}. */
final class NodeReader {
    private final Reading reading;
    private final int depth;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final List<AttributeMessage> attributes = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private String name = "";
    private String operator = "";
    private String domain = "";
    private String overload = "";

    private NodeReader(Reading reading, int depth) {
        this.reading = reading;
        this.depth = depth;
    }

    /**
     * Reads a node.
     *
     * @param depth in how many other graphs its graph is
     */
    static NodeMessage read(Reading reading, ByteRange message, int depth) {
        reading.holdNode();
        NodeReader reader = new NodeReader(reading, depth);
        Fields fields = new Fields(reading, message);
        while (fields.nextBytes()) {
            reader.take(fields);
        }
        return reader.message(message);
    }

    private void take(Fields fields) {
        switch (fields.number()) {
            case 1 -> inputs.add(fields.text());
            case 2 -> outputs.add(fields.text());
            case 3 -> name = fields.text();
            case 4 -> operator = fields.text();
            case 5 -> attributes.add(AttributeReader.read(reading, fields.value(), depth));
            case 7 -> domain = fields.text();
            case 8 -> overload = fields.text();
            case 9 -> SmallReaders.entry(reading, fields.value(), metadata);
            default -> {}
        }
    }

    private NodeMessage message(ByteRange place) {
        return new NodeMessage(name, operator, domain, overload, inputs, outputs, attributes, metadata, place);
    }
}
