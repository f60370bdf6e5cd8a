package io.archmeter.memory;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.Arrays;
import java.util.List;

/**
 * Until when each tensor of a forward pass is needed. A tensor has the number of the node that puts it out, and a node runs at
 * the step of its number.
 */
final class Liveness {
    private static final int NEVER = -1;

    private final int[] last;

    private Liveness(int[] last) {
        this.last = last;
    }

    /**
     * Finds the last reader of each tensor.
     *
     * @param training whether the auxiliary nodes run as well
     */
    static Liveness of(Graph graph, boolean training) {
        List<Node> nodes = graph.nodes();
        Liveness liveness = new Liveness(new int[nodes.size()]);
        Arrays.fill(liveness.last, NEVER);
        for (int step = 0; step < nodes.size(); step++) {
            if (training || !nodes.get(step).auxiliary()) {
                liveness.last[step] = step;
                for (int input : nodes.get(step).inputs()) {
                    liveness.last[input] = step;
                }
            }
        }
        liveness.last[graph.output()] = liveness.end();
        for (int tensor = 0; tensor < nodes.size(); tensor++) {
            // An auxiliary tensor that nobody reads is the output of a head.
            if (nodes.get(tensor).auxiliary() && liveness.last[tensor] == tensor) {
                liveness.last[tensor] = liveness.end();
            }
        }
        return liveness;
    }

    /** Whether the node takes part in the pass. */
    boolean runs(int node) {
        return last[node] != NEVER;
    }

    /** The last step at which a tensor is needed: its last reader's, its own if nobody reads it, or {@link #end}. */
    int last(int tensor) {
        return last[tensor];
    }

    /** After the last step: here the outputs are needed. */
    int end() {
        return last.length;
    }
}
