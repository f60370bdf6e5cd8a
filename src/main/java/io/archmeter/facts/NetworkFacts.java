package io.archmeter.facts;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network whose elements are stored as a type, with what is known of each of its layers. Its operators are asked once; all
 * that counts, plans, explains, converts or proves a network reads it.
 */
public final class NetworkFacts {
    private final Graph graph;
    private final DType type;
    private final List<LayerFacts> layers;
    private final List<LayerFacts> inferenceLayers;
    private final LayerFacts[] ofNodes;

    private NetworkFacts(Graph graph, DType type, List<LayerFacts> layers) {
        this.graph = graph;
        this.type = type;
        this.layers = List.copyOf(layers);
        this.ofNodes = new LayerFacts[graph.nodes().size()];
        List<LayerFacts> inference = new ArrayList<>(layers.size());
        for (LayerFacts layer : layers) {
            ofNodes[layer.number()] = layer;
            if (!layer.auxiliary()) {
                inference.add(layer);
            }
        }
        this.inferenceLayers = List.copyOf(inference);
    }

    /** Nothing is worked out yet: each operator is asked when something is asked of its layer first. */
    public static NetworkFacts of(Graph graph, DType type) {
        List<LayerFacts> layers = new ArrayList<>(graph.nodes().size());
        Map<Op, SharedFacts> last = new IdentityHashMap<>();
        for (int number = 0; number < graph.nodes().size(); number++) {
            Node node = graph.nodes().get(number);
            if (!node.isInput()) {
                layers.add(new LayerFacts(number, node, shared(node, graph.inputsOf(node), type, last)));
            }
        }
        return new NetworkFacts(graph, type, layers);
    }

    /** @param last what was worked out last for the very attributes */
    private static SharedFacts shared(Node node, List<Shape> inputs, DType type, Map<Op, SharedFacts> last) {
        SharedFacts known = last.get(node.op());
        if (known != null && known.areOf(inputs, node.output())) {
            return known;
        }
        SharedFacts newcomer = new SharedFacts(node.op(), inputs, node.output(), type);
        last.put(node.op(), newcomer);
        return newcomer;
    }

    public Graph graph() {
        return graph;
    }

    /** What an element is stored as. */
    public DType type() {
        return type;
    }

    /**
     * The layers that count, in the order of execution.
     *
     * @param training whether those that serve an output beside the main one do
     */
    public List<LayerFacts> layers(boolean training) {
        return training ? layers : inferenceLayers;
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
     * Bytes of the tensor that a node puts out, the input among them.
     *
     * @throws io.archmeter.problem.ProblemException where they do not fit a {@code long}
     */
    public long outputBytes(int node) {
        Node maker = graph.nodes().get(node);
        return Exact.bytes(maker.output(), type, maker);
    }

    /**
     * Bytes of all parameters and buffers.
     *
     * @param training whether those of layers that exist in training only count
     * @throws io.archmeter.problem.ProblemException where they do not fit a {@code long}
     */
    public long weightBytes(boolean training) {
        long sum = 0;
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
