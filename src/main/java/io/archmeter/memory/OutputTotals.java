package io.archmeter.memory;

import io.archmeter.facts.Exact;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.op.Trait;
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
 * @param withInput as before, and of the network's inputs
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
        long withPools = sum(network, product.or(pool));
        return new OutputTotals(
                sum(network, layer -> true),
                once(network),
                sum(network, product),
                withPools,
                withInputs(network, withPools),
                sum(network, layer -> hasParameters(network, layer)));
    }

    /** VGG-16 has a pool to 7×7 after maps of 7×7. */
    private static boolean passesOn(LayerFacts layer) {
        return layer.has(Trait.TO_SIZE) && layer.output().equals(layer.inputs().get(0));
    }

    private static boolean hasParameters(NetworkFacts network, LayerFacts layer) {
        return network.graph().weightsOf(layer.node()).stream()
                .anyMatch(weight -> weight.kind() == Weight.Kind.PARAMETER);
    }

    private static long once(NetworkFacts network) {
        Buffers buffers = Buffers.of(network, Liveness.of(network.graph(), false), Sharing.ACTIVATIONS);
        Set<Integer> counted = new HashSet<>();
        long sum = 0;
        for (LayerFacts layer : network.layers(false)) {
            for (int output : layer.node().outputs()) {
                if (counted.add(buffers.of(output))) {
                    int whole = buffers.whole(output);
                    sum = add(sum, layer, network.graph().values().get(whole).shape());
                }
            }
        }
        return sum;
    }

    private static long sum(NetworkFacts network, Predicate<LayerFacts> counts) {
        long sum = 0;
        for (LayerFacts layer : network.layers(false)) {
            if (counts.test(layer)) {
                for (Shape output : layer.outputs()) {
                    sum = add(sum, layer, output);
                }
            }
        }
        return sum;
    }

    private static long withInputs(NetworkFacts network, long sum) {
        Graph graph = network.graph();
        long all = sum;
        for (int input : graph.inputs()) {
            Value value = graph.values().get(input);
            all = Exact.sum(all, value.shape().elements(), graph.nodes().get(value.node()));
        }
        return all;
    }

    private static long add(long sum, LayerFacts layer, Shape output) {
        return Exact.sum(sum, output.elements(), layer.node());
    }
}
