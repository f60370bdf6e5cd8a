package io.archmeter.snapshot.file;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.metric.Metric;
import java.util.Map;
import java.util.OptionalLong;

/** What a layer has of a metric of which its line in a baseline says nothing. */
final class DerivedMembers {
    private DerivedMembers() {}

    /**
     * The metric; empty where it is not known then.
     *
     * @param output what the layer puts out
     * @param type what an element of it is stored as
     * @param known what is known of the layer, the figures before this one at least
     */
    static OptionalLong value(Metric metric, Shape output, DType type, Map<Metric, Long> known) {
        return switch (metric) {
            case EFFECTIVE_MULTIPLY_ADDS -> of(Metric.MULTIPLY_ADDS, known);
            case OUTPUT_BYTES -> bytes(output, type);
            case KEPT_FOR_BACKWARD_BYTES -> type.hasGradients() ? OptionalLong.of(0) : OptionalLong.empty();
            case TRAINING_TOTAL_BYTES -> of(Metric.KEPT_FOR_BACKWARD_BYTES, known);
            default -> metric.isAddedUp() ? OptionalLong.of(0) : OptionalLong.empty();
        };
    }

    private static OptionalLong of(Metric metric, Map<Metric, Long> known) {
        Long value = known.get(metric);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** A shape that nothing could hold has no such number. */
    private static OptionalLong bytes(Shape output, DType type) {
        try {
            return OptionalLong.of(type.bytes(output.elements()));
        } catch (ArithmeticException | UnknownException none) {
            return OptionalLong.empty();
        }
    }
}
