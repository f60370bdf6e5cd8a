package io.archmeter.memory;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.Arrays;
import java.util.List;

/** Until when each value of a forward pass is needed. A node runs at the step of its number. */
final class Liveness {
    private static final int NEVER = -1;

    private final int[] last;
    private final int end;

    private Liveness(int values, int end) {
        this.last = new int[values];
        this.end = end;
        Arrays.fill(last, NEVER);
    }

    /**
     * Finds the last reader of each value.
     *
     * @param training whether the auxiliary nodes run as well
     */
    static Liveness of(Graph graph, boolean training) {
        List<Node> nodes = graph.nodes();
        Liveness liveness = new Liveness(graph.values().size(), nodes.size());
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

    /** The last step at which a value is needed: its last reader's, its own if nobody reads it, or {@link #end}. */
    int last(int value) {
        return last[value];
    }

    /** After the last step: here the outputs are needed. */
    int end() {
        return end;
    }
}
