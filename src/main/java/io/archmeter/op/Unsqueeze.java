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
            return new Unsqueeze(place(given.get(AXIS), in.only()));
        }

        @Override
        protected Attributes attributes(Unsqueeze op) {
            return new Attributes().and(AXIS, op.axis);
        }

        @Override
        protected List<Formula> infer(Unsqueeze op, Inputs in) {
            List<Formula> extents = new ArrayList<>(Extents.same(in.only()));
            extents.add(place(op.axis, in.only()), Formula.ONE);
            return extents;
        }

        @Override
        protected Reach reach(Unsqueeze op, Inputs in) {
            List<Long> extents = new ArrayList<>(in.only().extents());
            extents.add(op.axis, 1L);
            return Reach.reshaped(in.only(), new Shape(extents));
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

    /** Counted from the end, an axis stands there afterwards. */
    private static int place(int axis, Shape x) {
        int found = axis < 0 ? axis + x.rank() + 1 : axis;
        if (found < 0 || found > x.rank()) {
            throw new Refusal(
                    "no-such-axis",
                    AXIS.name(),
                    AXIS.name() + " " + axis + " is no place for one more axis of " + x,
                    "use a place from 0 (before the batch) to " + x.rank() + ", or from -1 (the end) to -"
                            + (x.rank() + 1));
        }
        return found;
    }
}
