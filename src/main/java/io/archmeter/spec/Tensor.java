package io.archmeter.spec;

import io.archmeter.graph.Shape;
import java.util.Optional;

/**
 * What flows from layer to layer while a graph is built.
 *
 * @param value its number in the graph
 * @param shape empty where a problem, reported already, keeps it from being known
 */
record Tensor(int value, Optional<Shape> shape) {
    static final Tensor UNKNOWN = new Tensor(0, Optional.empty());

    static Tensor of(int value, Shape shape) {
        return new Tensor(value, Optional.of(shape));
    }
}
