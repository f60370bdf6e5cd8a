package io.archmeter.spec.expand;

import io.archmeter.graph.Shape;
import java.util.Optional;

/**
 * What flows from layer to layer while a graph is built.
 *
 * @param value its number in the graph
 * @param shape empty where a problem, reported already, keeps it from being known
 */
record LayerOutput(int value, Optional<Shape> shape) {
    static final LayerOutput UNKNOWN = new LayerOutput(0, Optional.empty());

    static LayerOutput of(int value, Shape shape) {
        return new LayerOutput(value, Optional.of(shape));
    }
}
