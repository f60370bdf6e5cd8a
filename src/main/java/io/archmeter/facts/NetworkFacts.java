package io.archmeter.facts;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network whose floating-point numbers are stored as a type, with what is known of each of its layers. Its operators are asked
 * once; all that counts, plans, explains, converts or proves a network reads it.
 *
 * @since 0.2.0
 */
public final class NetworkFacts {
    private final Graph graph;
    private final List<LayerFacts> layers;
    private final List<LayerFacts> inferenceLayers;
    private final LayerFacts[] ofNodes;

    private NetworkFacts(Graph graph, List<LayerFacts> layers) {
        this.graph = graph;
        this.layers = layers;
        this.ofNodes = new LayerFacts[graph.nodes().size()];
        boolean heads = false;
        for (LayerFacts layer : layers) {
            ofNodes[layer.number()] = layer;
            heads |= layer.auxiliary();
        }
        this.inferenceLayers =
                heads ? layers.stream().filter(layer -> !layer.auxiliary()).toList() : layers;
    }

    /** Nothing is worked out yet: each operator is asked when something is asked of its layer first. */
    public static NetworkFacts of(Graph graph, DType type) {
        Graph typed = graph.in(type);
        List<LayerFacts> layers = new ArrayList<>(typed.nodes().size());
        CountedWeights counted = new CountedWeights(typed);
        LayerKinds kinds = new LayerKinds(typed);
        for (int number = 0; number < typed.nodes().size(); number++) {
            Node node = typed.nodes().get(number);
            if (!node.isInput()) {
                int[] weights = counted.ofNode(number);
                layers.add(new LayerFacts(number, node, weights, counted, kinds.of(number, weights)));
            }
        }
        return new NetworkFacts(typed, layers);
    }

    public Graph graph() {
        return graph;
    }

    /** What its floating-point numbers are stored as. */
    public DType type() {
        return graph.type();
    }

    /**
     * The layers that count, in the order of execution.
     *
     * @param training whether those that serve an output beside the main one do
     */
    public List<LayerFacts> layers(boolean training) {
        return Collections.unmodifiableList(training ? layers : inferenceLayers);
    }

    /** The layer of a node that is no input, by the number of the node. */
    public LayerFacts layer(int node) {
        LayerFacts layer = ofNodes[node];
        if (layer == null) {
            throw new IllegalArgumentException(graph.nodes().get(node).name() + " is no layer");
        }
        return layer;
    }

    /**
     * Bytes of a value, by its number; those of inputs are among them.
     *
     * @throws io.archmeter.problem.ProblemException where they do not fit a {@code long}
     */
    public Amount bytes(int value) {
        Value tensor = graph.values().get(value);
        try {
            return Amount.of(tensor::bytes);
        } catch (ArithmeticException tooLarge) {
            throw Exact.overflow(graph.nodes().get(tensor.node()));
        }
    }

    /**
     * All weights, those that training changes first, each kind in the order of the layers.
     *
     * @param training whether those of layers that exist in training only are among them
     */
    public List<Weight> weights(boolean training) {
        return weightsWithUsers(training).stream().map(UsedWeight::weight).toList();
    }

    /** The same, each with the layers that take it beside the one that it is counted to. */
    public List<UsedWeight> weightsWithUsers(boolean training) {
        Map<Weight, List<String>> users = new IdentityHashMap<>();
        for (LayerFacts layer : layers(training)) {
            Set<Integer> taken = new LinkedHashSet<>(layer.node().weightNumbers());
            taken.forEach(weight -> users.computeIfAbsent(graph.weights().get(weight), unseen -> new ArrayList<>())
                    .add(layer.name()));
        }
        List<UsedWeight> sorted = new ArrayList<>();
        for (Weight.Kind kind : Weight.Kind.values()) {
            for (LayerFacts layer : layers(training)) {
                for (Weight weight : layer.weights()) {
                    if (weight.kind() == kind) {
                        List<String> others = new ArrayList<>(users.get(weight));
                        others.remove(layer.name());
                        sorted.add(new UsedWeight(weight, others));
                    }
                }
            }
        }
        return sorted;
    }

    /**
     * Bytes of all parameters and buffers.
     *
     * @param training whether those of layers that exist in training only count
     * @throws io.archmeter.problem.ProblemException where they do not fit a {@code long}
     */
    public Amount weightBytes(boolean training) {
        Amount sum = Amount.ZERO;
        for (LayerFacts layer : layers(training)) {
            sum = Exact.sum(sum, layer.weightBytes(), layer.node());
        }
        return sum;
    }

    /**
     * What all layers cost together.
     *
     * @param training whether those that exist in training only count
     * @throws io.archmeter.problem.ProblemException where a count of a layer, or the sum up to it, does not fit a {@code long}
     */
    public Cost total(boolean training) {
        CostSum total = new CostSum();
        for (LayerFacts layer : layers(training)) {
            Cost cost = layer.cost();
            try {
                total.add(cost);
            } catch (ArithmeticException tooLarge) {
                throw Exact.overflow(layer.node());
            }
        }
        return total.cost();
    }
}
