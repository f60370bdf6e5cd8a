package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Joins tensors along one axis, one after the other; the other extents are equal.
 *
 * @param axis from 0, never negative
 */
public record Concat(int axis) implements Op {
    private static final Argument<Integer> AXIS =
            Argument.integer("axis", "axis along which the tensors are laid").or(1);

    public Concat {
        if (axis < 0) {
            throw new IllegalArgumentException("no such axis: " + axis);
        }
    }

    @Override
    public String kind() {
        return "concat";
    }

    static final OpRule<Concat> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXIS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.ANY_TYPE);
        }

        @Override
        protected Concat read(Arguments given, Inputs in) {
            return new Concat(Extents.axis(AXIS.name(), given.get(AXIS), in.first()));
        }

        @Override
        protected Attributes attributes(Concat op) {
            return new Attributes().and(AXIS, op.axis);
        }

        @Override
        protected List<Formula> infer(Concat op, Inputs in) {
            Shape first = in.first();
            Extents.axis(AXIS.name(), op.axis, first);
            for (Shape other : in.shapes()) {
                requireJoinable(op, first, other);
            }
            List<Formula> extents = new ArrayList<>(Extents.same(first));
            if (in.size() > 1) {
                extents.set(
                        op.axis,
                        Formula.sum(in.shapes().stream()
                                .map(shape -> Formula.of(shape.axis(op.axis)))
                                .toList()));
            }
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(Concat op, Inputs in) {
            return List.of();
        }

        @Override
        protected Work work(Concat op, Inputs in, Shape out) {
            return Work.NONE;
        }

        @Override
        protected Reach reach(Concat op, Inputs in) {
            return in.size() == 1 ? Reach.POINTWISE : new Reach.Joined(op.axis);
        }

        @Override
        protected Storage storage(Concat op) {
            return Storage.OWN;
        }

        /** {@code CatBackward0} cuts the gradient into views, with {@code narrow}. */
        @Override
        protected Tape tape(Concat op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out).giving(TapeEntry.Gradient.VIEW));
        }
    };

    private static void requireJoinable(Concat op, Shape first, Shape other) {
        if (!Extents.canBeEqual(first, other, axis -> axis == op.axis)) {
            throw new Refusal(
                    "shapes-differ",
                    "",
                    "concat along axis " + op.axis + " meets " + first + " and " + other,
                    "give all paths the same extents on the other axes, by the same strides and paddings");
        }
    }
}
