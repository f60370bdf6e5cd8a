package io.archmeter.facts;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.op.Catalogue;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Inputs;
import io.archmeter.op.OpFacts;
import io.archmeter.op.Storage;
import io.archmeter.op.Tape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
    private OpFacts facts;
    private Cost cost;
    private Tape tape;

    /** @param weights those that are counted to the layer */
    SharedFacts(Op op, List<Shape> inputs, List<Value> outputs, List<Weight> weights) {
        this.op = op;
        this.inputs = new Inputs(inputs);
        this.outputs = outputs;
        this.outputShapes = shapes(outputs);
        this.weights = weights;
    }

    /** Whether they are those of the very shapes; equal ones that are other objects are not worth the comparison. */
    boolean areOf(List<Shape> otherInputs, List<Value> otherOutputs, List<Weight> otherWeights) {
        boolean same = inputs.areTheVery(otherInputs)
                && otherOutputs.size() == outputs.size()
                && otherWeights.size() == weights.size();
        for (int i = 0; same && i < outputs.size(); i++) {
            same = isAlike(otherOutputs.get(i), outputs.get(i));
        }
        for (int i = 0; same && i < weights.size(); i++) {
            same = isAlike(otherWeights.get(i), weights.get(i));
        }
        return same;
    }

    private static List<Shape> shapes(List<Value> values) {
        List<Shape> shapes = new ArrayList<>(values.size());
        for (Value value : values) {
            shapes.add(value.shape());
        }
        return List.copyOf(shapes);
    }

    private static boolean isAlike(Value one, Value other) {
        return one.shape() == other.shape() && one.type() == other.type();
    }

    private static boolean isAlike(Weight one, Weight other) {
        return one.shape() == other.shape() && one.type() == other.type() && one.kind() == other.kind();
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
        Map<ElementaryOperation, Long> others = new EnumMap<>(ElementaryOperation.class);
        for (Map.Entry<ElementaryOperation, Formula> other :
                facts().work().others().entrySet()) {
            Amount amount = Amount.of(other.getValue()::value);
            if (amount.isExact()) {
                others.put(other.getKey(), amount.atLeast());
            } else {
                unknown.merge(CostPart.OTHERS, amount.origins(), Amount::together);
            }
        }
        return new Cost(
                known(CostPart.PARAMETERS, elements(Weight.Kind.PARAMETER), unknown),
                known(CostPart.BUFFERS, elements(Weight.Kind.BUFFER), unknown),
                counters(),
                known(CostPart.MULTIPLY_ADDS, Amount.of(facts().work().multiplyAdds()::value), unknown),
                known(
                        CostPart.EFFECTIVE_MULTIPLY_ADDS,
                        Amount.of(facts().work().effectiveMultiplyAdds()::value),
                        unknown),
                known(CostPart.WEIGHT_BYTES, weightBytes(), unknown),
                known(CostPart.OUTPUT_BYTES, outputBytes(), unknown),
                others,
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
