package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Each element, or a bound that it is beyond ({@code torch.clamp}); any shape. Where the bounds are the wrong way round, all elements
 * become the upper one.
 *
 * @param min the least that it puts out
 * @param max the most that it puts out; there is one of the two at least
 */
public record Clamp(OptionalDouble min, OptionalDouble max) implements Op {
    private static final Argument<Double> MIN =
            Argument.number("min", "the least that it puts out").orDerived();
    private static final Argument<Double> MAX =
            Argument.number("max", "the most that it puts out").orDerived();

    public Clamp {
        if (min.isEmpty() && max.isEmpty()) {
            throw new Refusal("missing-argument", "", "has neither min nor max", "write {clamp: , min: …, max: …}");
        }
    }

    @Override
    public String kind() {
        return "clamp";
    }

    static final OpRule<Clamp> RULE = new PointwiseRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(MIN, MAX);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Clamp read(Arguments given, Inputs in) {
            return new Clamp(find(given, MIN), find(given, MAX));
        }

        @Override
        protected Attributes attributes(Clamp op) {
            Attributes attributes = new Attributes();
            op.min.ifPresent(min -> attributes.and(MIN, min));
            op.max.ifPresent(max -> attributes.and(MAX, max));
            return attributes;
        }

        /** A comparison for each bound. */
        @Override
        protected List<ElementaryOperation> perElement(Clamp op) {
            int bounds = op.min.isPresent() && op.max.isPresent() ? 2 : 1;
            return Collections.nCopies(bounds, ElementaryOperation.COMPARE);
        }

        /** {@code ClampBackward1} keeps the input. The masks of its backward pass, a byte for each element, are not counted. */
        @Override
        protected Tape tape(Clamp op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out).keeping(SavedForBackward.OPERANDS));
        }
    };

    private static OptionalDouble find(Arguments given, Argument<Double> bound) {
        return given.find(bound).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
