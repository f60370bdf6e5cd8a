package io.archmeter.report;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which layers a layer takes something from, and which take what it puts out. */
final class Neighbours {
    private final Graph graph;
    private final List<Set<String>> takers = new ArrayList<>();

    /** @param training whether layers that exist in training only are among them */
    Neighbours(NetworkFacts network, boolean training) {
        this.graph = network.graph();
        graph.nodes().forEach(node -> takers.add(new LinkedHashSet<>()));
        for (LayerFacts layer : network.layers(training)) {
            for (int value : layer.node().values()) {
                takers.get(graph.values().get(value).node()).add(layer.name());
            }
        }
    }

    /** The names of the layers and inputs whose values a layer takes, each once. */
    List<String> before(LayerFacts layer) {
        Set<String> names = new LinkedHashSet<>();
        for (int value : layer.node().values()) {
            Node from = graph.nodes().get(graph.values().get(value).node());
            names.add(from.name());
        }
        return List.copyOf(names);
    }

    /** The names of the layers that take one of its outputs, in the order of execution. */
    List<String> after(LayerFacts layer) {
        return List.copyOf(takers.get(layer.number()));
    }
}
