package io.archmeter.onnx.file;

import java.util.ArrayList;
import java.util.List;

/** {@code FunctionProto}. */
final class FunctionReader {
    private final Reading reading;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final List<String> attributes = new ArrayList<>();
    private final List<AttributeMessage> defaults = new ArrayList<>();
    private final List<NodeMessage> nodes = new ArrayList<>();
    private final List<OpsetMessage> opsets = new ArrayList<>();
    private String name = "";
    private String domain = "";
    private String overload = "";

    private FunctionReader(Reading reading) {
        this.reading = reading;
    }

    static FunctionMessage read(Reading reading, ByteRange message) {
        reading.holdNode();
        FunctionReader reader = new FunctionReader(reading);
        Fields fields = new Fields(reading, message);
        while (fields.nextBytes()) {
            reader.take(fields);
        }
        return reader.message();
    }

    private void take(Fields fields) {
        ByteRange value = fields.value();
        switch (fields.number()) {
            case 1 -> name = fields.text();
            case 4 -> inputs.add(fields.text());
            case 5 -> outputs.add(fields.text());
            case 6 -> attributes.add(fields.text());
            case 7 -> nodes.add(NodeReader.read(reading, value, 0));
            case 9 -> opsets.add(SmallReaders.opset(reading, value));
            case 10 -> domain = fields.text();
            case 11 -> defaults.add(AttributeReader.read(reading, value, 0));
            case 13 -> overload = fields.text();
            default -> {}
        }
    }

    private FunctionMessage message() {
        return new FunctionMessage(name, domain, overload, inputs, outputs, attributes, defaults, nodes, opsets);
    }
}
