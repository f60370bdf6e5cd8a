package io.archmeter.snapshot;

import io.archmeter.graph.Shape;
import io.archmeter.metric.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a network is and costs, as far as it can be written to a file and read again.
 *
 * @param model what it is called where it is named: a file, a variant in it, a bundled name
 * @param inputs what it is given, at least one tensor; where there are several, each has its name
 * @param totals what the network costs as a whole; what is not known is not there, and zero is zero
 * @param layers that count, in the order of execution
 * @since 0.2.0
 */
public record Snapshot(
        String model,
        Settings settings,
        List<InputSnapshot> inputs,
        Map<Metric, Long> totals,
        List<LayerSnapshot> layers) {
    public Snapshot {
        inputs = List.copyOf(inputs);
        totals = copyOf(totals);
        layers = List.copyOf(layers);
        if (model.isBlank()) {
            throw new IllegalArgumentException("a model needs a name");
        }
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(model + " needs an input");
        }
        if (inputs.size() > 1 && names(inputs).size() < inputs.size()) {
            throw new IllegalArgumentException("each of several inputs needs a name of its own: " + inputs);
        }
    }

    /** One with a single input, of which the shape alone is known, as files say it. */
    public Snapshot(
            String model, Settings settings, Shape input, Map<Metric, Long> totals, List<LayerSnapshot> layers) {
        this(model, settings, List.of(InputSnapshot.ofShape(input)), totals, layers);
    }

    private static Set<String> names(List<InputSnapshot> inputs) {
        return inputs.stream().flatMap(input -> input.name().stream()).collect(Collectors.toSet());
    }

    /** The shape of what it is given first, batch in front. */
    public Shape input() {
        return inputs.get(0).shape();
    }

    /** The inputs as files say them: of an only one, the shape alone. */
    public List<InputSnapshot> writtenInputs() {
        return inputs.size() == 1 ? List.of(InputSnapshot.ofShape(input())) : inputs;
    }

    /** An unmodifiable copy, in the order of the metrics; it may be empty. */
    static Map<Metric, Long> copyOf(Map<Metric, Long> values) {
        Map<Metric, Long> copy = new EnumMap<>(Metric.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }

    /** What tells it from all others: {@code specs/resnet.yaml#resnet50 --batch 8}. */
    public String key() {
        return settings.keyOf(model);
    }

    /** What the network has of a metric; empty where that is not known. */
    public OptionalLong total(Metric metric) {
        Long value = totals.get(metric);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The same, where nothing is known of the attributes of its layers. */
    public Snapshot withoutAttributes() {
        return new Snapshot(
                model,
                settings,
                inputs,
                totals,
                layers.stream().map(LayerSnapshot::withoutAttributes).toList());
    }

    /** What some of its layers, in their order, have of a metric together; empty where that is not known. */
    public static OptionalLong together(Metric metric, List<LayerSnapshot> layers) {
        return switch (metric.together()) {
            case WHOLE -> OptionalLong.empty();
            case LAST ->
                layers.isEmpty()
                        ? OptionalLong.empty()
                        : layers.get(layers.size() - 1).of(metric);
            case SUM, PART -> sum(metric, layers);
            case MOST -> most(metric, layers);
        };
    }

    private static OptionalLong most(Metric metric, List<LayerSnapshot> layers) {
        boolean known = layers.stream().allMatch(layer -> layer.of(metric).isPresent());
        return known
                ? layers.stream()
                        .mapToLong(layer -> layer.of(metric).getAsLong())
                        .max()
                : OptionalLong.empty();
    }

    private static OptionalLong sum(Metric metric, List<LayerSnapshot> layers) {
        long sum = 0;
        for (LayerSnapshot layer : layers) {
            OptionalLong part = layer.of(metric);
            if (part.isEmpty()) {
                return OptionalLong.empty();
            }
            sum = Math.addExact(sum, part.getAsLong());
        }
        return OptionalLong.of(sum);
    }
}
