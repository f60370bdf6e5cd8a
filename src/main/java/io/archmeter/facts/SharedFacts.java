package io.archmeter.facts;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import io.archmeter.op.OpFacts;
import io.archmeter.op.Tape;
import java.util.List;
import java.util.Optional;

/**
 * What follows from an operator's attributes, its shapes and its weights. Networks repeat themselves: layers with the very same
 * ones, as flat models have them, share it. It is worked out when it is asked for first, because a number that does not fit a {@code long}
 * matters to nobody else; each throws {@link ArithmeticException} then. Two threads that ask at once get equal numbers.
 */
final class SharedFacts {
    private final Graph graph;
    private final Node node;
    private final Inputs inputs;
    private final List<Shape> outputs;
    private final int[] weights;
    private final Optional<SharedFacts> next;
    private OpFacts facts;
    private Cost cost;
    private Tape tape;

    /**
     * Those of a layer, and of all that are like it.
     *
     * @param weights the numbers of those that are counted to the layer
     * @param next those of other layers, which may be alike but for something
     */
    SharedFacts(Graph graph, int node, int[] weights, Optional<SharedFacts> next) {
        this.graph = graph;
        this.node = graph.nodes().get(node);
        this.inputs = new Inputs(graph.inputsOf(this.node));
        this.outputs = List.copyOf(graph.outputsOf(this.node));
        this.weights = weights;
        this.next = next;
    }

    /** Whether a layer with these attributes has the very shapes, as objects: a quick answer. */
    boolean areOfTheVery(int layer, int[] otherWeights) {
        return areOf(layer, otherWeights, true);
    }

    /** Whether a layer has equal shapes. */
    boolean areOfEqual(int layer, int[] otherWeights) {
        return areOf(layer, otherWeights, false);
    }

    private boolean areOf(int number, int[] otherWeights, boolean very) {
        Node layer = graph.nodes().get(number);
        boolean same = layer.inputs().size() == inputs.size()
                && layer.outputs().size() == outputs.size()
                && otherWeights.length == weights.length;
        for (int i = 0; same && i < inputs.size(); i++) {
            same = alike(inputs.shapes().get(i), graph.shapeOf(layer.inputs().get(i)), very);
        }
        for (int i = 0; same && i < outputs.size(); i++) {
            Value mine = graph.values().get(node.outputs().get(i));
            Value other = graph.values().get(layer.outputs().get(i));
            same = mine.type() == other.type() && alike(mine.shape(), other.shape(), very);
        }
        for (int i = 0; same && i < weights.length; i++) {
            Weight mine = weight(i);
            Weight other = graph.weights().get(otherWeights[i]);
            same = mine.type() == other.type()
                    && mine.kind() == other.kind()
                    && alike(mine.shape(), other.shape(), false);
        }
        return same;
    }

    private static boolean alike(Shape one, Shape other, boolean very) {
        return one == other || !very && one.equals(other);
    }

    private Weight weight(int place) {
        return graph.weights().get(weights[place]);
    }

    /** Whether a node is the one that it was first asked of. */
    boolean isOf(int number) {
        return graph.nodes().get(number) == node;
    }

    Op op() {
        return node.op();
    }

    Optional<SharedFacts> next() {
        return next;
    }

    List<Shape> inputs() {
        return inputs.shapes();
    }

    List<Shape> outputs() {
        return outputs;
    }

    OpFacts facts() {
        if (facts == null) {
            facts = Catalogue.facts(op(), inputs, outputs);
        }
        return facts;
    }

    Cost cost() {
        if (cost == null) {
            cost = new LayerCount(graph, node, weights).cost(facts());
        }
        return cost;
    }

    Tape tape() {
        if (tape == null) {
            tape = Catalogue.tape(op(), inputs, outputs);
        }
        return tape;
    }

    Amount weightBytes() {
        return new LayerCount(graph, node, weights).weightBytes();
    }
}
