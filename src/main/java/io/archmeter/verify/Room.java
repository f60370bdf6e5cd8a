package io.archmeter.verify;

import io.archmeter.exec.Memory;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Weight;
import io.archmeter.memory.MemoryPlan;

/** The memory that a forward pass needs in any case, which is known before it begins. */
final class Room {
    private Room() {}

    /**
     * Refuses a network that cannot fit.
     *
     * @param keepWeights whether the weights of all layers are in memory at once
     */
    static void require(Graph graph, MemoryPlan plan, boolean keepWeights) {
        Node neediest = graph.nodes().get(0);
        long most = 0;
        long all = 0;
        for (Node node : graph.layers(false)) {
            long weights = 0;
            for (Weight weight : graph.weightsOf(node)) {
                long elements = weight.shape().elements();
                Memory.requireArray(node, elements);
                weights += elements;
            }
            if (weights > most) {
                most = weights;
                neediest = node;
            }
            all = Math.addExact(all, weights);
        }
        long activations = plan.arenaBytes() / Float.BYTES + graph.input().elements();
        Memory.requireRoom(neediest, keepWeights ? all : most, activations);
    }
}
