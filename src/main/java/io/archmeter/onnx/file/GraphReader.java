package io.archmeter.onnx.file;

import java.util.ArrayList;
import java.util.List;

/** {@code GraphProto}. */
final class GraphReader {
    private final Reading reading;
    private final int depth;
    private final List<NodeMessage> nodes = new ArrayList<>();
    private final List<TensorMessage> initializers = new ArrayList<>();
    private final List<SparseTensorMessage> sparseInitializers = new ArrayList<>();
    private final List<ValueMessage> inputs = new ArrayList<>();
    private final List<ValueMessage> outputs = new ArrayList<>();
    private final List<ValueMessage> values = new ArrayList<>();
    private String name = "";

    private GraphReader(Reading reading, int depth) {
        this.reading = reading;
        this.depth = depth;
    }

    /**
     * Reads a graph.
     *
     * @param parts at least one
     * @param depth in how many other graphs it is
     */
    static GraphMessage read(Reading reading, List<ByteRange> parts, int depth) {
        reading.requireDepth(depth, parts.get(0).offset());
        reading.holdObject();
        return new GraphReader(reading, depth).message(parts);
    }

    private GraphMessage message(List<ByteRange> parts) {
        Fields fields = new Fields(reading, parts);
        while (fields.nextBytes()) {
            take(fields);
        }
        return new GraphMessage(name, nodes, initializers, sparseInitializers, inputs, outputs, values, parts.get(0));
    }

    private void take(Fields fields) {
        ByteRange value = fields.value();
        switch (fields.number()) {
            case 1 -> nodes.add(NodeReader.read(reading, value, depth));
            case 2 -> name = fields.text();
            case 5 -> initializers.add(TensorReader.read(reading, List.of(value)));
            case 11 -> inputs.add(SmallReaders.value(reading, value));
            case 12 -> outputs.add(SmallReaders.value(reading, value));
            case 13 -> values.add(SmallReaders.value(reading, value));
            case 15 -> sparseInitializers.add(SmallReaders.sparseTensor(reading, List.of(value)));
            default -> {}
        }
    }
}
