package io.archmeter.facts;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.Weight;
import io.archmeter.op.Catalogue;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Inputs;
import io.archmeter.op.OpFacts;
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
        Map<ElementaryOperation, Long> others = new EnumMap<>(ElementaryOperation.class);
        for (Map.Entry<ElementaryOperation, Formula> other :
                facts().work().others().entrySet()) {
            others.put(other.getKey(), other.getValue().value());
        }
        return new Cost(
                elements(Weight.Kind.PARAMETER),
                elements(Weight.Kind.BUFFER),
                counters(),
                facts().work().multiplyAdds().value(),
                facts().work().effectiveMultiplyAdds().value(),
                weightBytes(),
                outputBytes(),
                others);
    }

    private long outputBytes() {
        long bytes = 0;
        for (Value output : outputs) {
            bytes = Math.addExact(bytes, output.bytes());
        }
        return bytes;
    }

    private long elements(Weight.Kind kind) {
        long elements = 0;
        for (Weight weight : weights) {
            if (weight.kind() == kind) {
                elements = Math.addExact(elements, weight.shape().elements());
            }
        }
        return elements;
    }

    private long counters() {
        long counters = 0;
        for (Weight weight : weights) {
            if (weight.type() == DType.INT64) {
                counters = Math.addExact(counters, weight.shape().elements());
            }
        }
        return counters;
    }

    long weightBytes() {
        long bytes = 0;
        for (Weight weight : weights) {
            bytes = Math.addExact(bytes, weight.bytes());
        }
        return bytes;
    }
}
