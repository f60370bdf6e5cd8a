package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Joins the axes from {@code axis} on into one: N×C×H×W to N×(C·H·W).
 *
 * @param axis the first axis that is joined, from 0, never negative
 */
public record Flatten(int axis) implements Op {
    private static final Argument<Integer> AXIS =
            Argument.integer("axis", "first axis that is joined").or(1);

    public Flatten {
        if (axis < 0) {
            throw new IllegalArgumentException("no such axis: " + axis);
        }
    }

    @Override
    public String kind() {
        return "flatten";
    }

    static final OpRule<Flatten> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXIS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.MAP_TO_VECTOR, Trait.ANY_TYPE);
        }

        @Override
        protected Flatten read(Arguments given, Inputs in) {
            return new Flatten(Extents.axis(AXIS.name(), given.get(AXIS), in.only()));
        }

        @Override
        protected Attributes attributes(Flatten op) {
            return new Attributes().and(AXIS, op.axis);
        }

        @Override
        protected List<Formula> infer(Flatten op, Inputs in) {
            Extents.axis(AXIS.name(), op.axis, in.only());
            List<Formula> axes = Extents.same(in.only());
            List<Formula> extents = new ArrayList<>(axes.subList(0, op.axis));
            List<Formula> joined = axes.subList(op.axis, axes.size());
            extents.add(joined.size() == 1 ? joined.get(0) : Formula.product(joined));
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(Flatten op, Inputs in) {
            return List.of();
        }

        @Override
        protected Work work(Flatten op, Inputs in, Shape out) {
            return Work.NONE;
        }

        @Override
        protected Reach reach(Flatten op, Inputs in) {
            return op.axis >= in.only().rank() - 1 ? Reach.POINTWISE : Reach.RESHAPED;
        }

        @Override
        protected Storage storage(Flatten op) {
            return Storage.VIEW;
        }

        /** {@code ViewBackward0}: the gradient is a view as well. A single axis is not even looked at otherwise. */
        @Override
        protected Tape tape(Flatten op, Inputs in, Shape out) {
            return op.axis >= in.only().rank() - 1 ? Tape.nothing(in) : Tape.of(in, TapeEntry.view(0, out));
        }
    };
}
