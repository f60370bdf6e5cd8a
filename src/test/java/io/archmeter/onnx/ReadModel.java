package io.archmeter.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.archmeter.graph.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An ONNX file as Google's library reads it, which knows nothing of what wrote it; in lines that a test can hold. */
record ReadModel(Message model) {
    private static final Map<Object, String> ELEMENT_TYPES = Map.of(1, "float32", 7, "int64");

    /** Refuses what is no protobuf message, and fields that ONNX does not have. */
    static ReadModel of(byte[] file) {
        try {
            Message model = DynamicMessage.parseFrom(OnnxProto.MODEL, file);
            requireKnown(model);
            return new ReadModel(model);
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void requireKnown(Message message) {
        if (!message.getUnknownFields().asMap().isEmpty()) {
            throw new IllegalStateException("unknown fields in " + message);
        }
        for (Object value : message.getAllFields().values()) {
            List<?> values = value instanceof List<?> list ? list : List.of(value);
            values.stream().filter(Message.class::isInstance).forEach(inner -> requireKnown((Message) inner));
        }
    }

    /** A field of the model, e.g. {@code ir_version}. */
    Object get(String field) {
        return get(model, field);
    }

    Message graph() {
        return (Message) get("graph");
    }

    /** As in {@code conv1 = Conv(input, conv1.weight) group=1, pads=[0, 0, 0, 0]}, attributes sorted by name. */
    List<String> nodes() {
        return all(graph(), "node").stream().map(ReadModel::node).toList();
    }

    private static String node(Message node) {
        List<?> outputs = (List<?>) get(node, "output");
        if (!outputs.equals(List.of(get(node, "name")))) {
            throw new IllegalStateException(get(node, "name") + " puts out " + outputs);
        }
        String inputs =
                ((List<?>) get(node, "input")).stream().map(String::valueOf).collect(Collectors.joining(", "));
        String attributes = all(node, "attribute").stream()
                .map(ReadModel::attribute)
                .sorted()
                .collect(Collectors.joining(", "));
        return (get(node, "name") + " = " + get(node, "op_type") + "(" + inputs + ") " + attributes).strip();
    }

    private static String attribute(Message attribute) {
        Object type = get(attribute, "type");
        // AttributeProto.AttributeType: FLOAT = 1, INT = 2, INTS = 7.
        String field = Map.of(1, "f", 2, "i", 7, "ints").get(type);
        return get(attribute, "name") + "=" + get(attribute, field);
    }

    /** As in {@code input float32 1x3x224x224}. */
    List<String> inputs() {
        return values("input");
    }

    List<String> outputs() {
        return values("output");
    }

    private List<String> values(String field) {
        List<String> lines = new ArrayList<>();
        for (Message value : all(graph(), field)) {
            Message tensor = (Message) get((Message) get(value, "type"), "tensor_type");
            List<Long> extents = all((Message) get(tensor, "shape"), "dim").stream()
                    .map(dimension -> (Long) get(dimension, "dim_value"))
                    .toList();
            lines.add(line(value, get(tensor, "elem_type"), extents));
        }
        return lines;
    }

    /** As in {@code conv1.weight float32 64x3x11x11}. */
    List<String> initializers() {
        return all(graph(), "initializer").stream()
                .map(tensor -> line(tensor, get(tensor, "data_type"), extents(tensor)))
                .toList();
    }

    private static String line(Message named, Object type, List<Long> extents) {
        return get(named, "name") + " " + ELEMENT_TYPES.get(type) + " " + new Shape(extents);
    }

    /** The elements of a tensor that the file holds. */
    float[] floats(String name) {
        ByteBuffer raw = raw(name);
        float[] elements = new float[raw.remaining() / Float.BYTES];
        raw.asFloatBuffer().get(elements);
        return elements;
    }

    long[] longs(String name) {
        ByteBuffer raw = raw(name);
        long[] elements = new long[raw.remaining() / Long.BYTES];
        raw.asLongBuffer().get(elements);
        return elements;
    }

    private ByteBuffer raw(String name) {
        Message tensor = all(graph(), "initializer").stream()
                .filter(one -> get(one, "name").equals(name))
                .findAny()
                .orElseThrow();
        return ((ByteString) get(tensor, "raw_data")).asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    @SuppressWarnings("unchecked") // dims is a list of int64
    private static List<Long> extents(Message tensor) {
        return (List<Long>) get(tensor, "dims");
    }

    private static Object get(Message message, String field) {
        return message.getField(message.getDescriptorForType().findFieldByName(field));
    }

    @SuppressWarnings("unchecked") // it is asked for fields that hold messages
    private static List<Message> all(Message message, String field) {
        return (List<Message>) get(message, field);
    }
}
