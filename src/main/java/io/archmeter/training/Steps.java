package io.archmeter.training;

import io.archmeter.graph.Graph;

/**
 * The steps of one iteration of training: each node forward, each node backward in the opposite order, then the update of the
 * parameters.
 */
record Steps(Graph graph) {
    /** When a node runs forward; the input arrives at step 0. */
    int forward(int node) {
        return node;
    }

    int lastForward() {
        return graph.nodes().size() - 1;
    }

    /** When a node's gradients are computed. */
    int backward(int node) {
        return 2 * graph.nodes().size() - 1 - node;
    }

    int firstBackward() {
        return graph.nodes().size();
    }

    int update() {
        return 2 * graph.nodes().size();
    }

    int count() {
        return update() + 1;
    }

    Step at(int step) {
        if (step == update()) {
            return new Step(Step.Phase.UPDATE, graph.name());
        }
        boolean forward = step < firstBackward();
        int node = forward ? step : 2 * graph.nodes().size() - 1 - step;
        return new Step(
                forward ? Step.Phase.FORWARD : Step.Phase.BACKWARD,
                graph.nodes().get(node).name());
    }
}
