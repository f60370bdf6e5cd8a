package io.archmeter.report;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.nesting.Item;
import java.util.HashSet;
import java.util.Set;

/** At which lines of a level a shape is written: once where a value begins, and where it is another than what went in. */
final class Labels {
    private final Graph graph;
    private final Set<Integer> written = new HashSet<>();

    Labels(Graph graph) {
        this.graph = graph;
    }

    /** Whether the first line of a value that leaves an item has its shape beside it. */
    boolean labels(Item from, int value) {
        return !from.isPort() && from.kind() != Item.Kind.INPUT && changes(from, value) && written.add(value);
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
