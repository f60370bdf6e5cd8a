package io.archmeter.facts;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Element;
import io.archmeter.op.Elementary;
import io.archmeter.op.Formula;
import io.archmeter.op.Inputs;
import io.archmeter.op.OpFacts;
import io.archmeter.op.Tape;
import io.archmeter.op.Weight;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What follows from an operator's attributes and its shapes. Networks repeat themselves: layers with the very same ones, as flat
 * models have them, share it. It is worked out when it is asked for first, because a number that does not fit a {@code long}
 * matters to nobody else; each throws {@link ArithmeticException} then. Two threads that ask at once get equal numbers.
 */
final class SharedFacts {
    private final Op op;
    private final Inputs inputs;
    private final Shape output;
    private final DType type;
    private OpFacts facts;
    private Cost cost;
    private Tape tape;

    SharedFacts(Op op, List<Shape> inputs, Shape output, DType type) {
        this.op = op;
        this.inputs = new Inputs(inputs);
        this.output = output;
        this.type = type;
    }

    /** Whether they are those of the very shapes. */
    boolean areOf(List<Shape> shapes, Shape result) {
        return result == output && inputs.areTheVery(shapes);
    }

    List<Shape> inputs() {
        return inputs.shapes();
    }

    OpFacts facts() {
        if (facts == null) {
            facts = Catalogue.facts(op, inputs, output);
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
            tape = Catalogue.tape(op, inputs, output);
        }
        return tape;
    }

    private Cost counted() {
        Map<Elementary, Long> others = new EnumMap<>(Elementary.class);
        for (Map.Entry<Elementary, Formula> other : facts().work().others().entrySet()) {
            others.put(other.getKey(), other.getValue().value());
        }
        return new Cost(
                elements(Weight.Kind.PARAMETER),
                elements(Weight.Kind.BUFFER),
                counters(),
                facts().work().multiplyAdds().value(),
                facts().work().effectiveMultiplyAdds().value(),
                weightBytes(),
                Math.multiplyExact(output.elements(), type.bytes()),
                others);
    }

    private long elements(Weight.Kind kind) {
        long elements = 0;
        for (Weight weight : facts().weights()) {
            if (weight.kind() == kind) {
                elements = Math.addExact(elements, weight.elements().value());
            }
        }
        return elements;
    }

    private long counters() {
        long counters = 0;
        for (Weight weight : facts().weights()) {
            if (weight.element() == Element.INT64) {
                counters = Math.addExact(counters, weight.elements().value());
            }
        }
        return counters;
    }

    long weightBytes() {
        long bytes = 0;
        for (Weight weight : facts().weights()) {
            bytes = Math.addExact(bytes, weight.bytes(type));
        }
        return bytes;
    }
}
