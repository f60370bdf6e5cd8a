package io.archmeter.memory;

import io.archmeter.facts.Exact;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.op.Trait;
import io.archmeter.op.Weight;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Elements of the outputs of a network's layers at inference, added up in the ways that are in use.
 *
 * @param each of every layer
 * @param once of every layer, where what lies in one place counts once: views, and activations that are computed in place
 * @param ofProducts of convolutions and linear layers
 * @param withPools of convolutions, linear layers, and pools, without adaptive ones that keep the size of their input
 * @param withInput as before, and of the network's input
 * @param ofParameters of layers that have parameters
 */
public record OutputTotals(long each, long once, long ofProducts, long withPools, long withInput, long ofParameters) {
    /**
     * Adds up the outputs.
     *
     * @throws io.archmeter.problem.ProblemException where a sum does not fit a {@code long}
     */
    public static OutputTotals of(NetworkFacts network) {
        Predicate<LayerFacts> product = layer -> layer.has(Trait.PRODUCT);
        Predicate<LayerFacts> pool = layer -> layer.has(Trait.POOL) && !passesOn(layer);
        return new OutputTotals(
                sum(0, network, layer -> true),
                once(network),
                sum(0, network, product),
                sum(0, network, product.or(pool)),
                sum(network.graph().input().elements(), network, product.or(pool)),
                sum(0, network, OutputTotals::hasParameters));
    }

    /** VGG-16 has a pool to 7×7 after maps of 7×7. */
    private static boolean passesOn(LayerFacts layer) {
        return layer.has(Trait.TO_SIZE) && layer.output().equals(layer.inputs().get(0));
    }

    private static boolean hasParameters(LayerFacts layer) {
        return layer.weights().stream().anyMatch(weight -> weight.kind() == Weight.Kind.PARAMETER);
    }

    private static long once(NetworkFacts network) {
        Buffers buffers = Buffers.of(network, Liveness.of(network.graph(), false), Sharing.ACTIVATIONS);
        Set<Integer> counted = new HashSet<>();
        return sum(0, network, layer -> counted.add(buffers.of(layer.number())));
    }

    private static long sum(long before, NetworkFacts network, Predicate<LayerFacts> counts) {
        long sum = before;
        for (LayerFacts layer : network.layers(false)) {
            if (counts.test(layer)) {
                sum = Exact.sum(sum, layer.output().elements(), layer.node());
            }
        }
        return sum;
    }
}
