package io.archmeter.snapshot;

import io.archmeter.graph.Shape;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a layer is and costs.
 *
 * @param name its path
 * @param operator what it does, e.g. {@code conv}
 * @param attributes of the operator, in the words of a spec
 * @param inputs the shapes that come in, batch in front
 * @param output the shape that goes out
 * @param figures what it costs; what is not known is not there, and zero is zero
 * @param place where it is written: in a spec, or in the baseline or report that remembers it
 * @param calls where it is written in a block, the calls that lead there, the nearest first; no file remembers them
 * @since 0.2.0
 */
public record LayerSnapshot(
        String name,
        String operator,
        Map<String, PlainValue> attributes,
        List<Shape> inputs,
        Shape output,
        Map<Metric, Long> figures,
        Span place,
        List<Span> calls) {
    public LayerSnapshot {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        inputs = List.copyOf(inputs);
        figures = Snapshot.copyOf(figures);
        calls = List.copyOf(calls);
        Objects.requireNonNull(place, "place");
        if (name.isBlank() || operator.isBlank()) {
            throw new IllegalArgumentException("a layer needs a name and an operator: " + name + ", " + operator);
        }
    }

    /** A layer that no block writes. */
    public LayerSnapshot(
            String name,
            String operator,
            Map<String, PlainValue> attributes,
            List<Shape> inputs,
            Shape output,
            Map<Metric, Long> figures,
            Span place) {
        this(name, operator, attributes, inputs, output, figures, place, List.of());
    }

    LayerSnapshot withoutAttributes() {
        return new LayerSnapshot(name, operator, Map.of(), inputs, output, figures, place, calls);
    }

    /** What it has of a metric; empty where that is not known, or only a network has it. */
    public OptionalLong of(Metric metric) {
        Long value = figures.get(metric);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
