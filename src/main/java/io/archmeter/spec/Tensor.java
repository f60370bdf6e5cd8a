package io.archmeter.spec;

import io.archmeter.graph.Shape;
import java.util.Optional;

/**
 * What flows from layer to layer while a graph is built.
 *
 * @param node the number of the node that puts it out
 * @param shape empty where a problem, reported already, keeps it from being known
 */
record Tensor(int node, Optional<Shape> shape) {
    static final Tensor UNKNOWN = new Tensor(0, Optional.empty());

    static Tensor of(int node, Shape shape) {
        return new Tensor(node, Optional.of(shape));
    }
}
