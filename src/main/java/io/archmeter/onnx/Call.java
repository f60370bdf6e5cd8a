package io.archmeter.onnx;

import java.util.ArrayList;
import java.util.List;

/**
 * An operator of ONNX, applied to values.
 *
 * @param type as in ONNX's list of operators, e.g. {@code Conv}
 * @param inputs the names of the values that it takes
 * @param attributes {@code AttributeProto}s
 */
record Call(String type, List<String> inputs, List<Message> attributes) {
    Call {
        inputs = List.copyOf(inputs);
        attributes = List.copyOf(attributes);
    }

    static Call of(String type, String... inputs) {
        return of(type, List.of(inputs));
    }

    static Call of(String type, List<String> inputs) {
        return new Call(type, inputs, List.of());
    }

    /** The same elements in another type. */
    static Call cast(String value, ElementType type) {
        return of("Cast", value).with("to", type.number());
    }

    Call with(String name, long value) {
        return with(Messages.attribute(name, value));
    }

    /** ONNX keeps real numbers in 32 bits. */
    Call with(String name, double value) {
        return with(Messages.attribute(name, (float) value));
    }

    Call with(String name, String word) {
        return with(Messages.attribute(name, word));
    }

    Call withTexts(String name, List<String> values) {
        return with(Messages.texts(name, values));
    }

    Call with(String name, List<Long> values) {
        return with(Messages.attribute(name, values));
    }

    private Call with(Message attribute) {
        List<Message> all = new ArrayList<>(attributes);
        all.add(attribute);
        return new Call(type, inputs, all);
    }
}
