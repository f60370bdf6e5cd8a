package io.archmeter.fusion;

import java.util.List;

/**
 * Layers that run as one, where the first of them stood.
 *
 * @param nodes their numbers in the graph, in order: a convolution, and each the only reader of the one before
 * @param others the values that its sums add, in order: all of them are there before the convolution runs
 */
record Group(List<Integer> nodes, List<Integer> others) {
    Group {
        nodes = List.copyOf(nodes);
        others = List.copyOf(others);
        if (nodes.size() < 2) {
            throw new IllegalArgumentException("one layer is no group: " + nodes);
        }
    }

    int first() {
        return nodes.get(0);
    }

    int last() {
        return nodes.get(nodes.size() - 1);
    }
}
