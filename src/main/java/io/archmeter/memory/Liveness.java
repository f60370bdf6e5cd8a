package io.archmeter.memory;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * From when until when each value of a forward pass is needed. A node runs at the step of its number; the inputs are all there from the
 * first step on, and until they have all been handed over, whoever reads them.
 */
final class Liveness {
    private static final int NEVER = -1;

    private final Graph graph;
    private final int[] last;
    private final int end;

    private Liveness(Graph graph) {
        this.graph = graph;
        this.last = new int[graph.values().size()];
        this.end = graph.nodes().size();
        Arrays.fill(last, NEVER);
    }

    /**
     * Finds the last reader of each value.
     *
     * @param training whether the auxiliary nodes run as well
     */
    static Liveness of(Graph graph, boolean training) {
        List<Node> nodes = graph.nodes();
        Liveness liveness = new Liveness(graph);
        for (int step = 0; step < nodes.size(); step++) {
            Node node = nodes.get(step);
            if (training || !node.auxiliary()) {
                for (int output : node.outputs()) {
                    liveness.last[output] = step;
                }
                for (int value : node.values()) {
                    liveness.last[value] = step;
                }
            }
        }
        for (int input : graph.inputs()) {
            liveness.last[input] = Math.max(liveness.last[input], graph.inputs().size() - 1);
        }
        for (int output : graph.outputs()) {
            liveness.last[output] = liveness.end;
        }
        for (int step = 0; step < nodes.size(); step++) {
            Node node = nodes.get(step);
            if (node.auxiliary() && liveness.isReadByNobody(node, step)) {
                node.outputs().forEach(output -> liveness.last[output] = liveness.end);
            }
        }
        return liveness;
    }

    /** An auxiliary node of which nobody reads anything is the output of a head. */
    private boolean isReadByNobody(Node node, int step) {
        return node.outputs().stream().allMatch(output -> last[output] == step);
    }

    /** Whether a node that puts it out takes part in the pass. */
    boolean isMade(int value) {
        return last[value] != NEVER;
    }

    /** The first step at which a value is there: its node's, or that of the first input. */
    int first(int value) {
        int node = graph.values().get(value).node();
        return graph.nodes().get(node).isInput() ? 0 : node;
    }

    /**
     * The last step at which a value is needed: its last reader's; if nobody reads it, its own, or of an input that of the last input; or,
     * of an output, after the last step.
     */
    int last(int value) {
        return last[value];
    }

    /** The node that reads a value last; empty where nobody does, and where whoever runs the network reads it after that. */
    Optional<Node> lastReader(int value) {
        boolean reads =
                last[value] < end && last[value] != graph.values().get(value).node();
        return reads ? Optional.of(graph.nodes().get(last[value])).filter(node -> !node.isInput()) : Optional.empty();
    }
}
