package io.archmeter.fusion;

import io.archmeter.graph.Graph;
import java.util.List;
import java.util.Map;

/**
 * A network in which layers that can run as one are one. It takes the same inputs and weights, and puts out the same but for rounding; the
 * tensors between layers that run as one are not there.
 *
 * @param layers by the names of nodes that were several, the names of these, in order
 */
public record FusedNetwork(Graph graph, Map<String, List<String>> layers) {
    public FusedNetwork {
        layers = Map.copyOf(layers);
    }

    public static FusedNetwork of(Graph graph) {
        return new Rewriting(graph).run();
    }
}
