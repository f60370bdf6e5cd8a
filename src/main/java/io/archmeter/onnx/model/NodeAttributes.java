package io.archmeter.onnx.model;

import io.archmeter.onnx.file.AttributeMessage;
import io.archmeter.onnx.file.AttributeMessage.Content;
import io.archmeter.onnx.file.TensorMessage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of a node. One that has another type than it should is not there: a broken file means nothing by it.
 *
 * @param values by their names
 * @param regions those that are graphs, by their names
 */
public record NodeAttributes(Map<String, Content> values, Map<String, Region> regions) {
    public NodeAttributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<Long> whole(String name) {
        return as(name, AttributeMessage.Whole.class).map(AttributeMessage.Whole::value);
    }

    public long whole(String name, long otherwise) {
        return whole(name).orElse(otherwise);
    }

    /** Whether a whole number is there that is not 0. */
    public boolean flag(String name) {
        return whole(name, 0) != 0;
    }

    public Optional<Float> real(String name) {
        return as(name, AttributeMessage.Real.class).map(AttributeMessage.Real::value);
    }

    public Optional<String> text(String name) {
        return as(name, AttributeMessage.Text.class).map(AttributeMessage.Text::value);
    }

    /** A list; one number counts as a list of one. */
    public Optional<List<Long>> wholes(String name) {
        Optional<List<Long>> list = as(name, AttributeMessage.Wholes.class).map(AttributeMessage.Wholes::values);
        return list.isPresent() ? list : whole(name).map(List::of);
    }

    public Optional<List<Float>> reals(String name) {
        Optional<List<Float>> list = as(name, AttributeMessage.Reals.class).map(AttributeMessage.Reals::values);
        return list.isPresent() ? list : real(name).map(List::of);
    }

    public Optional<List<String>> texts(String name) {
        Optional<List<String>> list = as(name, AttributeMessage.Texts.class).map(AttributeMessage.Texts::values);
        return list.isPresent() ? list : text(name).map(List::of);
    }

    public Optional<TensorMessage> tensor(String name) {
        return as(name, AttributeMessage.Tensor.class).map(AttributeMessage.Tensor::value);
    }

    private <T extends Content> Optional<T> as(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).filter(type::isInstance).map(type::cast);
    }
}
