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
import io.archmeter.op.Storage;
import io.archmeter.op.Tape;
import io.archmeter.op.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What follows from an operator's attributes, its shapes and its weights. Networks repeat themselves: layers with the very same
 * ones, as flat models have them, share it. It is worked out when it is asked for first, because a number that does not fit a {@code long}
 * matters to nobody else; each throws {@link ArithmeticException} then. Two threads that ask at once get equal numbers.
 */
final class SharedFacts {
    private final Op op;
    private final Inputs inputs;
    private final List<Value> outputs;
    private final List<Shape> outputShapes;
    private final List<Weight> weights;
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
        this.next = next;
        Node layer = graph.nodes().get(node);
        this.op = layer.op();
        this.inputs = new Inputs(graph.inputsOf(layer));
        this.outputs = graph.valuesOf(layer);
        this.outputShapes = List.copyOf(graph.outputsOf(layer));
        this.weights = new ArrayList<>(weights.length);
        for (int weight : weights) {
            this.weights.add(graph.weights().get(weight));
        }
    }

    /** Whether a layer with these attributes has the very shapes, as objects: a quick answer. */
    boolean areOfTheVery(Graph graph, int node, int[] otherWeights) {
        return areOf(graph, node, otherWeights, (one, other) -> one == other);
    }

    /** Whether a layer has equal shapes. */
    boolean areOfEqual(Graph graph, int node, int[] otherWeights) {
        return areOf(graph, node, otherWeights, Shape::equals);
    }

    private boolean areOf(Graph graph, int node, int[] otherWeights, BiPredicate<Shape, Shape> alike) {
        Node layer = graph.nodes().get(node);
        boolean same = layer.inputs().size() == inputs.size()
                && layer.outputs().size() == outputs.size()
                && otherWeights.length == weights.size();
        for (int i = 0; same && i < inputs.size(); i++) {
            same = alike.test(
                    inputs.shapes().get(i), graph.shapeOf(layer.inputs().get(i)));
        }
        for (int i = 0; same && i < outputs.size(); i++) {
            Value mine = outputs.get(i);
            Value other = graph.values().get(layer.outputs().get(i));
            same = mine.type() == other.type() && alike.test(mine.shape(), other.shape());
        }
        for (int i = 0; same && i < otherWeights.length; i++) {
            Weight mine = weights.get(i);
            Weight other = graph.weights().get(otherWeights[i]);
            same = mine.type() == other.type()
                    && mine.kind() == other.kind()
                    && (mine.shape() == other.shape() || mine.shape().equals(other.shape()));
        }
        return same;
    }

    Op op() {
        return op;
    }

    Optional<SharedFacts> next() {
        return next;
    }

    List<Shape> inputs() {
        return inputs.shapes();
    }

    List<Shape> outputs() {
        return outputShapes;
    }

    OpFacts facts() {
        if (facts == null) {
            facts = Catalogue.facts(op, inputs, outputShapes);
        }
        return facts;
    }

    Cost cost() {
        if (cost == null) {
            cost = counted();
        }
        return cost;
    }

    Tape tape() {
        if (tape == null) {
            tape = Catalogue.tape(op, inputs, outputShapes);
        }
        return tape;
    }

    private Cost counted() {
        Map<CostPart, List<String>> unknown = new EnumMap<>(CostPart.class);
        OperationCounts.Sum others = new OperationCounts.Sum();
        Work work = facts().work();
        work.others().forEach((kind, count) -> {
            Amount amount = Amount.of(count::value);
            if (amount.isExact()) {
                others.add(kind, amount.atLeast());
            } else {
                unknown.merge(CostPart.OTHERS, amount.origins(), Amount::together);
            }
        });
        return new Cost(
                known(CostPart.PARAMETERS, elements(Weight.Kind.PARAMETER), unknown),
                known(CostPart.BUFFERS, elements(Weight.Kind.BUFFER), unknown),
                counters(),
                known(CostPart.MULTIPLY_ADDS, Amount.of(work.multiplyAdds()::value), unknown),
                known(CostPart.EFFECTIVE_MULTIPLY_ADDS, Amount.of(work.effectiveMultiplyAdds()::value), unknown),
                known(CostPart.WEIGHT_BYTES, weightBytes(), unknown),
                known(CostPart.OUTPUT_BYTES, outputBytes(), unknown),
                others.counts(),
                unknown,
                Map.of());
    }

    /** The known part of an amount; where the rest comes from is added to what is not known. */
    private static long known(CostPart part, Amount amount, Map<CostPart, List<String>> unknown) {
        if (!amount.isExact()) {
            unknown.put(part, amount.origins());
        }
        return amount.atLeast();
    }

    /** A weight takes no memory beside the weights. */
    private Amount outputBytes() {
        if (facts().storage() == Storage.WEIGHT) {
            return Amount.ZERO;
        }
        Amount bytes = Amount.ZERO;
        for (Value output : outputs) {
            bytes = bytes.plus(Amount.of(output::bytes));
        }
        return bytes;
    }

    private Amount elements(Weight.Kind kind) {
        Amount elements = Amount.ZERO;
        for (Weight weight : weights) {
            if (weight.kind() == kind) {
                elements = elements.plus(Amount.of(weight.shape()::elements));
            }
        }
        return elements;
    }

    private long counters() {
        long counters = 0;
        for (Weight weight : weights) {
            if (weight.isCounter()) {
                counters = Math.addExact(counters, weight.shape().elements());
            }
        }
        return counters;
    }

    Amount weightBytes() {
        Amount bytes = Amount.ZERO;
        for (Weight weight : weights) {
            bytes = bytes.plus(Amount.of(weight::bytes));
        }
        return bytes;
    }
}
