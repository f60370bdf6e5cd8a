package io.archmeter.spec.write;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.BitSet;

/** The values that a layer takes, or the network puts out. */
final class UsedValues {
    private final BitSet used = new BitSet();

    UsedValues(Graph graph) {
        graph.outputs().forEach(used::set);
        graph.nodes().forEach(node -> node.values().forEach(used::set));
    }

    /** Whether one of what a node puts out is among them. */
    boolean any(Node node) {
        return node.outputs().stream().anyMatch(used::get);
    }
}
