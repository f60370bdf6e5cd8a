package io.archmeter.report;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.nesting.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Modules of a level that are made like an earlier one: the same layers with the same shapes, connected in the same way. */
final class Twins {
    private final Graph graph;
    private final Map<List<Object>, String> seen = new HashMap<>();

    Twins(NetworkFacts network) {
        this.graph = network.graph();
    }

    /** The name of the first module that is made like this; empty where this is the first, or no module. */
    String earlier(Item item) {
        if (item.kind() != Item.Kind.MODULE) {
            return "";
        }
        String first = seen.putIfAbsent(description(item), item.name());
        return first == null ? "" : first;
    }

    private List<Object> description(Item module) {
        Set<Integer> own = new HashSet<>(module.nodes());
        int begin = graph.nodes().get(module.nodes().get(0)).output();
        List<Object> description = new ArrayList<>();
        for (int number : module.nodes()) {
            Node node = graph.nodes().get(number);
            description.add(node.name().substring(module.path().length()));
            description.add(node.op());
            description.add(graph.inputsOf(node));
            description.add(graph.outputsOf(node));
            for (int value : node.values()) {
                description.add(own.contains(graph.values().get(value).node()) ? value - begin : "from outside");
            }
        }
        return description;
    }
}
