package io.archmeter.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A network: nodes in an order in which they can be computed, the first of them its input.
 *
 * @param name what the network is called, e.g. {@code resnet50}
 * @param title one line about it, may be empty
 * @param output the number of the node that is the main output
 */
public record Graph(String name, String title, List<Node> nodes, int output) {
    public Graph {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty() || !nodes.get(0).isInput()) {
            throw new IllegalArgumentException("a graph begins with its input");
        }
        if (output < 0 || output >= nodes.size()) {
            throw new IllegalArgumentException("no such output: " + output);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            for (int input : node.inputs()) {
                if (input < 0 || input >= i) {
                    throw new IllegalArgumentException(
                            node.name() + " takes an output that is not there yet: " + input);
                }
            }
            if (!names.add(node.name())) {
                throw new IllegalArgumentException("two nodes are named " + node.name());
            }
        }
    }

    /** The shape of what the network is given, batch in front. */
    public Shape input() {
        return nodes.get(0).output();
    }

    /** The shapes that a node takes, in order. */
    public List<Shape> inputsOf(Node node) {
        List<Shape> shapes = new ArrayList<>(node.inputs().size());
        for (int input : node.inputs()) {
            shapes.add(nodes.get(input).output());
        }
        return shapes;
    }

    /** The layers that count: all but the input, and the auxiliary ones in training only. */
    public List<Node> layers(boolean training) {
        return nodes.stream()
                .filter(node -> !node.isInput() && (training || !node.auxiliary()))
                .toList();
    }
}
