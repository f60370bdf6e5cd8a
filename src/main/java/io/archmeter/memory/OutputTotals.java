package io.archmeter.memory;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Exact;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.op.Storage;
import io.archmeter.op.Trait;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Elements of the outputs of a network's layers at inference, added up in the ways that are in use. What is a weight is no output.
 *
 * @param each of every layer
 * @param once of every layer, where what lies in one place counts once: views, and activations that are computed in place
 * @param ofProducts of convolutions and linear layers
 * @param withPools of convolutions, linear layers, and pools, without adaptive ones that keep the size of their input
 * @param withInput as before, and of the network's inputs
 * @param ofParameters of layers that have parameters
 * @since 0.1.0
 */
public record OutputTotals(
        ElementSum each,
        ElementSum once,
        ElementSum ofProducts,
        ElementSum withPools,
        ElementSum withInput,
        ElementSum ofParameters) {
    /**
     * Adds up the outputs.
     *
     * @throws io.archmeter.problem.ProblemException where a sum does not fit a {@code long}
     */
    public static OutputTotals of(NetworkFacts network) {
        Predicate<LayerFacts> product = layer -> layer.has(Trait.PRODUCT);
        Predicate<LayerFacts> pool = layer -> layer.has(Trait.POOL) && !passesOn(layer);
        return new OutputTotals(
                sum(network, layer -> true),
                once(network),
                sum(network, product),
                sum(network, product.or(pool)),
                withInputs(network, product.or(pool)),
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

    private static ElementSum once(NetworkFacts network) {
        Buffers buffers = Buffers.of(network, Liveness.of(network.graph(), false), Sharing.ACTIVATIONS);
        Set<Integer> counted = new HashSet<>();
        ElementSum sum = ElementSum.NONE;
        for (LayerFacts layer : network.layers(false)) {
            for (int output : layer.node().outputs()) {
                if (!buffers.liesInWeights(output) && counted.add(buffers.of(output))) {
                    int whole = buffers.whole(output);
                    sum = with(network.graph().values().get(whole), layer.node(), sum);
                }
            }
        }
        return sum;
    }

    private static ElementSum sum(NetworkFacts network, Predicate<LayerFacts> counts) {
        ElementSum sum = ElementSum.NONE;
        for (LayerFacts layer : network.layers(false)) {
            if (layer.storage() != Storage.WEIGHT && counts.test(layer)) {
                for (Value output : network.graph().valuesOf(layer.node())) {
                    sum = with(output, layer.node(), sum);
                }
            }
        }
        return sum;
    }

    private static ElementSum withInputs(NetworkFacts network, Predicate<LayerFacts> counts) {
        Graph graph = network.graph();
        ElementSum sum = sum(network, counts);
        for (Value input : graph.inputValues()) {
            sum = with(input, graph.nodes().get(input.node()), sum);
        }
        return sum;
    }

    private static ElementSum with(Value value, Node node, ElementSum sum) {
        return Exact.at(node, () -> sum.plus(value.type(), Amount.of(value.shape()::elements)));
    }
}
