package io.archmeter.convention;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Weight;
import java.util.ArrayList;
import java.util.List;

/** What prices can ask of each layer of a network: worked out once, for as many conventions as count it. */
public final class NetworkQuantities {
    private final List<LayerQuantities> layers;

    private NetworkQuantities(List<LayerQuantities> layers) {
        this.layers = List.copyOf(layers);
    }

    /**
     * Those of a network.
     *
     * @param training whether the layers count that exist in training only
     */
    public static NetworkQuantities of(NetworkFacts network, boolean training) {
        List<Surroundings> surroundings = Surroundings.of(network.graph());
        List<LayerQuantities> layers = new ArrayList<>();
        for (LayerFacts layer : network.layers(training)) {
            layers.add(new LayerQuantities(layer, weights(layer, network.graph()), surroundings.get(layer.number())));
        }
        return new NetworkQuantities(layers);
    }

    /** All that it takes, each as often as it does; those of another layer are priced too. */
    private static List<Weight> weights(LayerFacts layer, Graph graph) {
        List<Weight> weights = new ArrayList<>();
        layer.node()
                .weightNumbers()
                .forEach(number -> weights.add(graph.weights().get(number)));
        return weights;
    }

    List<LayerQuantities> layers() {
        return layers;
    }
}
