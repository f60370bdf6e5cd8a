package io.archmeter.training;

import io.archmeter.graph.Graph;

/**
 * The steps of one iteration of training: each node forward, the input first; each layer backward in the opposite order; the
 * update of the parameters.
 */
record Steps(Graph graph) {
    /** When a node runs forward; the input arrives at step 0. */
    int forward(int node) {
        return node;
    }

    int lastForward() {
        return graph.nodes().size() - 1;
    }

    int firstBackward() {
        return graph.nodes().size();
    }

    /** When a layer's gradients are computed; the input, node 0, is no layer. */
    int backward(int layer) {
        return 2 * graph.nodes().size() - 1 - layer;
    }

    int update() {
        return 2 * graph.nodes().size() - 1;
    }

    int count() {
        return update() + 1;
    }

    Step at(int step) {
        if (step == update()) {
            return new Step(Step.Phase.UPDATE, graph.name());
        }
        return step < firstBackward() ? step(Step.Phase.FORWARD, step) : step(Step.Phase.BACKWARD, update() - step);
    }

    private Step step(Step.Phase phase, int node) {
        return new Step(phase, graph.nodes().get(node).name());
    }
}
