package io.archmeter.verify;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** Graphs in which a layer is said to put out another shape than it does. */
public final class Planted {
    private Planted() {}

    /** The graph with the shape planted in the layer of that name. */
    public static Graph output(Graph graph, String layer, long... extents) {
        List<Value> values = new ArrayList<>();
        for (Value value : graph.values()) {
            Shape shape = value.name().equals(layer) ? Shape.of(extents) : value.shape();
            values.add(new Value(value.name(), shape, value.type(), value.node(), value.slot()));
        }
        return new Graph(
                graph.name(),
                graph.title(),
                graph.type(),
                values,
                graph.nodes(),
                graph.weights(),
                graph.inputs(),
                graph.outputs());
    }
}
