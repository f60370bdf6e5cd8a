package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import java.util.List;

/**
 * The messages of ONNX with the numbers of their fields, from {@code onnx/onnx.proto} of the ONNX project. They are the same in
 * all its versions.
 */
final class Messages {
    // AttributeProto.AttributeType
    private static final int FLOAT = 1;
    private static final int INT = 2;
    private static final int STRING = 3;
    private static final int INTS = 7;
    private static final int STRINGS = 8;

    private Messages() {}

    static Message attribute(String name, float value) {
        return attribute(name, FLOAT).real(2, value);
    }

    static Message attribute(String name, long value) {
        return attribute(name, INT).number(3, value);
    }

    static Message attribute(String name, String word) {
        return attribute(name, STRING).text(4, word);
    }

    static Message texts(String name, List<String> values) {
        Message attribute = attribute(name, STRINGS);
        values.forEach(value -> attribute.text(9, value));
        return attribute;
    }

    static Message attribute(String name, List<Long> values) {
        return attribute(name, INTS).numbers(8, values);
    }

    /** AttributeProto: name, type; the value follows. */
    private static Message attribute(String name, int type) {
        return new Message().text(1, name).number(20, type);
    }

    /** NodeProto: input, output, name, op_type, attribute; the node is called as what it puts out. */
    static Message node(Call call, String name, List<String> outputs) {
        Message node = new Message();
        call.inputs().forEach(input -> node.text(1, input));
        outputs.forEach(output -> node.text(2, output));
        node.text(3, name).text(4, call.type());
        call.attributes().forEach(attribute -> node.message(5, attribute));
        return node;
    }

    /** ValueInfoProto: name, type; TypeProto: tensor_type; TypeProto.Tensor: elem_type, shape. */
    static Message value(String name, Shape shape, ElementType type) {
        Message tensor = new Message().number(1, type.number()).message(2, extents(shape));
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** TensorShapeProto: dim; Dimension: dim_value. */
    private static Message extents(Shape shape) {
        Message extents = new Message();
        shape.extents().forEach(extent -> extents.message(1, new Message().number(1, extent)));
        return extents;
    }

    /** TensorProto: dims, data_type, name, and the beginning of raw_data, the last of its fields. */
    static Message tensor(Initializer tensor) {
        return new Message()
                .numbers(1, tensor.shape().extents())
                .number(2, tensor.type().number())
                .text(8, tensor.name())
                .beginning(9, tensor.bytes());
    }
}
