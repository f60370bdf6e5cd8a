package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Joins tensors of one shape along a new axis (PyTorch {@code stack}, whose axis is the first if none is said; here it comes after
 * the batch).
 *
 * @param axis where it stands then, from 0, never negative
 */
public record Stack(int axis) implements Op {
    private static final Argument<Integer> AXIS =
            Argument.integer("axis", "where the new axis stands then").or(1);

    public Stack {
        if (axis < 0) {
            throw new IllegalArgumentException("no such axis: " + axis);
        }
    }

    @Override
    public String kind() {
        return "stack";
    }

    static final OpRule<Stack> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXIS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.ANY_TYPE);
        }

        @Override
        protected Stack read(Arguments given, Inputs in) {
            return new Stack(Extents.place(AXIS.name(), given.get(AXIS), in.first()));
        }

        @Override
        protected Attributes attributes(Stack op) {
            return new Attributes().and(AXIS, op.axis);
        }

        @Override
        protected List<Formula> infer(Stack op, Inputs in) {
            for (Shape other : in.shapes()) {
                requireEqual(in.first(), other);
            }
            List<Formula> extents = new ArrayList<>(Extents.same(in.first()));
            extents.add(Extents.place(AXIS.name(), op.axis, in.first()), Formula.of(in.size()));
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(Stack op, Inputs in) {
            return List.of();
        }

        @Override
        protected Work work(Stack op, Inputs in, Shape out) {
            return Work.NONE;
        }

        @Override
        protected Reach reach(Stack op, Inputs in) {
            List<Integer> from = Reach.Mapped.axes(in.first().rank());
            from.add(op.axis, Reach.Mapped.ALL);
            return new Reach.Mapped(Collections.nCopies(in.size(), Optional.of(from)));
        }

        @Override
        protected Storage storage(Stack op) {
            return Storage.OWN;
        }

        /** {@code StackBackward0} cuts the gradient into views, with {@code unbind}. */
        @Override
        protected Tape tape(Stack op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out).giving(TapeEntry.Gradient.VIEW));
        }
    };

    private static void requireEqual(Shape first, Shape other) {
        if (!Extents.canBeEqual(first, other, axis -> false)) {
            throw new Refusal(
                    "shapes-differ",
                    "",
                    "stack meets " + first + " and " + other,
                    "give all paths the same shape, or write concat where only one axis differs");
        }
    }
}
