package io.archmeter.spec.expand;

import io.archmeter.graph.Shape;
import java.util.Optional;

/**
 * What flows from layer to layer while a graph is built.
 *
 * @param node the number of the node that puts it out
 * @param shape empty where a problem, reported already, keeps it from being known
 */
record LayerOutput(int node, Optional<Shape> shape) {
    static final LayerOutput UNKNOWN = new LayerOutput(0, Optional.empty());

    static LayerOutput of(int node, Shape shape) {
        return new LayerOutput(node, Optional.of(shape));
    }
}
