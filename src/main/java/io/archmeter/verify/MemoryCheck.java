package io.archmeter.verify;

import io.archmeter.exec.Forward;
import io.archmeter.exec.MemoryProbe;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.memory.MemoryPlan;

/** The memory that a forward pass needs in any case, which is known before it begins. */
final class MemoryCheck {
    private MemoryCheck() {}

    /**
     * Refuses a network that cannot fit.
     *
     * @param keepWeights whether the weights of all layers are in memory at once
     */
    static void require(NetworkFacts network, MemoryPlan plan, boolean keepWeights) {
        Node neediest = network.graph().nodes().get(0);
        long most = 0;
        long all = 0;
        for (LayerFacts layer : network.layers(false)) {
            if (!Forward.computes(layer.node())) {
                continue;
            }
            long weights = 0;
            for (Weight weight : network.graph().weightsOf(layer.node())) {
                long elements = weight.shape().elements();
                MemoryProbe.requireArray(layer.node(), elements);
                weights += elements;
            }
            if (weights > most) {
                most = weights;
                neediest = layer.node();
            }
            all = Math.addExact(all, weights);
        }
        long activations = plan.arenaBytes() / Float.BYTES;
        for (Shape input : network.graph().inputShapes()) {
            activations = Math.addExact(activations, input.elements());
        }
        MemoryProbe.requireRoom(neediest, keepWeights ? all : most, activations);
    }
}
