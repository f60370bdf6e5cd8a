package io.archmeter.snapshot;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import java.util.Objects;
import java.util.Optional;

/**
 * A tensor that a network is given.
 *
 * @param name what it is called; empty where a file does not say it
 * @param shape batch in front
 * @param type of its elements; empty where a file does not say it
 * @since 0.2.0
 */
public record InputSnapshot(Optional<String> name, Shape shape, Optional<DType> type) {
    public InputSnapshot {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(type, "type");
        if (name.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("an input with a name needs one: " + shape);
        }
    }

    static InputSnapshot of(Value input) {
        return new InputSnapshot(Optional.of(input.name()), input.shape().withoutOrigins(), Optional.of(input.type()));
    }

    /** An only input, of which files say the shape alone. */
    public static InputSnapshot ofShape(Shape shape) {
        return new InputSnapshot(Optional.empty(), shape, Optional.empty());
    }
}
