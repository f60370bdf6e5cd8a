package io.archmeter.graph;

import java.util.Objects;

/**
 * A tensor between nodes. It is known by its number in the graph; its name is for people.
 *
 * @param name that of its node, and for a second output its own after a dot: {@code lstm.hidden}
 * @param shape batch in front
 * @param type of its elements
 * @param node the number of the node that puts it out
 * @param slot which of that node's outputs it is, from 0
 * @since 0.1.0
 */
public record Value(String name, Shape shape, DType type, int node, int slot) {
    public Value {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(type, "type");
        if (node < 0 || slot < 0) {
            throw new IllegalArgumentException("no node puts out " + name);
        }
    }

    /** The same with its elements in another type. */
    Value in(DType other) {
        return new Value(name, shape, other, node, slot);
    }

    /** The same with another shape. */
    Value with(Shape other) {
        return new Value(name, other, type, node, slot);
    }

    /** Throws {@link ArithmeticException} where they do not fit a {@code long}. */
    public long bytes() {
        return type.bytes(shape.elements());
    }
}
