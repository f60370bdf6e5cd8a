package io.archmeter.report;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.nesting.Item;
import io.archmeter.nesting.Level;
import io.archmeter.nesting.Link;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * At which lines of a level a shape is written: once where a value begins, where it is another than what went in, and where nothing
 * else begins beside it.
 */
final class Labels {
    private final Graph graph;
    private final List<Item> items;
    private final Map<Integer, Set<Integer>> leaving = new HashMap<>();
    private final Set<Integer> written = new HashSet<>();

    Labels(Graph graph, Level level) {
        this.graph = graph;
        this.items = level.items();
        for (Link link : level.links()) {
            leaving.computeIfAbsent(link.from(), unseen -> new HashSet<>()).add(link.value());
        }
    }

    /** Whether a line has its shape beside it, where the others were asked before in their order. */
    boolean labels(Link link) {
        Item from = items.get(link.from());
        return !from.isPort()
                && from.kind() != Item.Kind.INPUT
                && leaving.get(link.from()).size() == 1
                && changes(from, link.value())
                && written.add(link.value());
    }

    /** Whether nothing of this shape comes into what makes it. */
    private boolean changes(Item from, int value) {
        Shape shape = graph.values().get(value).shape();
        Set<Integer> own = new HashSet<>(from.nodes());
        for (int number : from.nodes()) {
            Node node = graph.nodes().get(number);
            for (int taken : node.values()) {
                if (!own.contains(graph.values().get(taken).node())
                        && graph.values().get(taken).shape().equals(shape)) {
                    return false;
                }
            }
        }
        return true;
    }
}
