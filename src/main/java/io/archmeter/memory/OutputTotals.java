package io.archmeter.memory;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Overflow;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.op.AdaptiveAvgPool;
import io.archmeter.op.AvgPool;
import io.archmeter.op.Conv;
import io.archmeter.op.GlobalAvgPool;
import io.archmeter.op.Linear;
import io.archmeter.op.MaxPool;
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
    private static final Set<Class<? extends Op>> PRODUCTS = Set.of(Conv.class, Linear.class);
    private static final Set<Class<? extends Op>> POOLS =
            Set.of(MaxPool.class, AvgPool.class, AdaptiveAvgPool.class, GlobalAvgPool.class);

    /**
     * Adds up the outputs.
     *
     * @throws io.archmeter.problem.ProblemException where a sum does not fit a {@code long}
     */
    public static OutputTotals of(Graph graph) {
        Predicate<Node> product = node -> PRODUCTS.contains(node.op().getClass());
        Predicate<Node> pool = node -> POOLS.contains(node.op().getClass()) && !passesOn(node, graph);
        return new OutputTotals(
                sum(graph, node -> !node.isInput()),
                once(graph),
                sum(graph, product),
                sum(graph, product.or(pool)),
                sum(graph, product.or(pool).or(Node::isInput)),
                sum(graph, node -> hasParameters(node, graph)));
    }

    /** VGG-16 has a pool to 7×7 after maps of 7×7. */
    private static boolean passesOn(Node node, Graph graph) {
        return node.op() instanceof AdaptiveAvgPool
                && graph.outputOf(node).equals(graph.inputsOf(node).get(0));
    }

    private static boolean hasParameters(Node node, Graph graph) {
        return isLayer(node)
                && graph.weightsOf(node).stream().anyMatch(weight -> weight.kind() == Weight.Kind.PARAMETER);
    }

    private static long once(Graph graph) {
        Buffers buffers = Buffers.of(graph, Liveness.of(graph, false), Sharing.ACTIVATIONS);
        Set<Integer> counted = new HashSet<>();
        long sum = 0;
        for (int number = 0; number < graph.values().size(); number++) {
            Value value = graph.values().get(number);
            Node node = graph.nodes().get(value.node());
            if (isLayer(node) && counted.add(buffers.of(number))) {
                sum = add(sum, value, node);
            }
        }
        return sum;
    }

    private static boolean isLayer(Node node) {
        return !node.isInput() && !node.auxiliary();
    }

    private static long sum(Graph graph, Predicate<Node> counts) {
        long sum = 0;
        for (Value value : graph.values()) {
            Node node = graph.nodes().get(value.node());
            if (!node.auxiliary() && counts.test(node)) {
                sum = add(sum, value, node);
            }
        }
        return sum;
    }

    private static long add(long sum, Value value, Node node) {
        try {
            return Math.addExact(sum, value.shape().elements());
        } catch (ArithmeticException tooMany) {
            throw Overflow.at(node);
        }
    }
}
