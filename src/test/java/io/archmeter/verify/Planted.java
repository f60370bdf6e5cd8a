package io.archmeter.verify;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** Graphs in which a layer is said to put out another shape than it does. */
public final class Planted {
    private Planted() {}

    /** The graph with the shape planted in the layer of that name. */
    public static Graph output(Graph graph, String layer, long... extents) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Shape output = node.name().equals(layer) ? Shape.of(extents) : node.output();
            nodes.add(new Node(node.name(), node.op(), node.inputs(), output, node.auxiliary(), node.place()));
        }
        return new Graph(graph.name(), graph.title(), nodes, graph.output());
    }
}
