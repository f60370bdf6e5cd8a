package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts in an axis of one element: N×C to N×1×C (PyTorch {@code unsqueeze}).
 *
 * @param axis where it stands then, from 0, never negative
 */
public record Unsqueeze(int axis) implements Op {
    private static final Argument<Integer> AXIS =
            Argument.integer("axis", "where the new axis stands then").asUsual();

    public Unsqueeze {
        if (axis < 0) {
            throw new IllegalArgumentException("no such axis: " + axis);
        }
    }

    @Override
    public String kind() {
        return "unsqueeze";
    }

    static final OpRule<Unsqueeze> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXIS);
        }

        @Override
        protected Unsqueeze read(Arguments given, Inputs in) {
            return new Unsqueeze(Extents.place(AXIS.name(), given.get(AXIS), in.only()));
        }

        @Override
        protected Attributes attributes(Unsqueeze op) {
            return new Attributes().and(AXIS, op.axis);
        }

        @Override
        protected List<Formula> infer(Unsqueeze op, Inputs in) {
            List<Formula> extents = new ArrayList<>(Extents.same(in.only()));
            extents.add(Extents.place(AXIS.name(), op.axis, in.only()), Formula.ONE);
            return extents;
        }

        @Override
        protected Reach reach(Unsqueeze op, Inputs in) {
            return Reach.RESHAPED;
        }

        @Override
        protected Storage storage(Unsqueeze op) {
            return Storage.VIEW;
        }

        /** {@code UnsqueezeBackward0}: the gradient is a view as well. */
        @Override
        protected Tape tape(Unsqueeze op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.view(0, out));
        }
    };
}
