package io.archmeter.nesting;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who makes the values of a network and who takes them, of the layers that are drawn. */
final class Values {
    private final Graph graph;
    private final List<List<Integer>> users = new ArrayList<>();
    private final Set<Integer> outputs = new LinkedHashSet<>();

    Values(Graph graph, boolean training) {
        this.graph = graph;
        graph.values().forEach(value -> users.add(new ArrayList<>(1)));
        for (int number = 0; number < graph.nodes().size(); number++) {
            Node node = graph.nodes().get(number);
            if (training || !node.auxiliary()) {
                for (int value : new LinkedHashSet<>(node.values())) {
                    users.get(value).add(number);
                }
            }
        }
        for (int output : graph.outputs()) {
            if (training
                    || !graph.nodes().get(graph.values().get(output).node()).auxiliary()) {
                outputs.add(output);
            }
        }
    }

    String name(int value) {
        return graph.values().get(value).name();
    }

    /** What the network puts out, each value once. */
    Set<Integer> outputs() {
        return outputs;
    }

    /** The values that nodes take of others, in their order. */
    Set<Integer> entering(List<Integer> nodes) {
        Set<Integer> own = new HashSet<>(nodes);
        Set<Integer> entering = new TreeSet<>();
        for (int node : nodes) {
            for (int value : graph.nodes().get(node).values()) {
                if (!own.contains(graph.values().get(value).node())) {
                    entering.add(value);
                }
            }
        }
        return entering;
    }

    /** The values of nodes that others take, or the network puts out, in their order. */
    Set<Integer> leaving(List<Integer> nodes) {
        Set<Integer> own = new HashSet<>(nodes);
        Set<Integer> leaving = new TreeSet<>();
        for (int node : nodes) {
            for (int value : graph.nodes().get(node).outputs()) {
                if (outputs.contains(value) || !own.containsAll(users.get(value))) {
                    leaving.add(value);
                }
            }
        }
        return leaving;
    }

    /** Each value once for each two items between which it passes. */
    List<Link> links(List<Item> items) {
        Map<Integer, Integer> makers = new HashMap<>();
        Map<Integer, Integer> itemOf = new HashMap<>();
        Map<Integer, Integer> takers = new HashMap<>();
        for (int place = 0; place < items.size(); place++) {
            Item item = items.get(place);
            switch (item.kind()) {
                case INPUT, ENTRY -> makers.put(item.value(), place);
                case OUTPUT, EXIT -> takers.put(item.value(), place);
                default -> {
                    for (int node : item.nodes()) {
                        itemOf.put(node, place);
                        for (int value : graph.nodes().get(node).outputs()) {
                            makers.put(value, place);
                        }
                    }
                }
            }
        }
        List<Link> links = new ArrayList<>();
        for (int value : new TreeSet<>(makers.keySet())) {
            int maker = makers.get(value);
            Set<Integer> reached = new TreeSet<>();
            for (int user : users.get(value)) {
                Integer place = itemOf.get(user);
                if (place != null && place != maker) {
                    reached.add(place);
                }
            }
            if (takers.containsKey(value)) {
                reached.add(takers.get(value));
            }
            reached.forEach(place -> links.add(new Link(value, maker, place)));
        }
        return links;
    }
}
