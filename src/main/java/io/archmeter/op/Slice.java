package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Takes a range of an axis, as {@code x[:, start:end:step]} of Python: an end beyond the axis is its end, and negative numbers count
 * from there.
 *
 * @param axis from 0, never negative
 * @param start as it is written
 * @param end the first that is not taken, as it is written; empty: all to the end
 */
public record Slice(int axis, int start, OptionalInt end, long step) implements Op {
    private static final Argument<Integer> AXIS =
            Argument.integer("axis", "axis of which a range is taken").or(1).asUsual();
    private static final Argument<Integer> START =
            Argument.integer("start", "the first that is taken").or(0);
    private static final Argument<Integer> END = Argument.integer(
                    "end", "the first that is not taken any more; all are if left out")
            .orDerived();
    private static final Argument<Long> STEP =
            Argument.count("step", "from one that is taken to the next").or(1L);

    public Slice {
        if (axis < 0 || step < 1) {
            throw new IllegalArgumentException("no such slice: axis " + axis + " in steps of " + step);
        }
    }

    @Override
    public String kind() {
        return "slice";
    }

    static final OpRule<Slice> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXIS, START, END, STEP);
        }

        @Override
        protected Slice read(Arguments given, Inputs in) {
            OptionalInt end = given.find(END).map(OptionalInt::of).orElse(OptionalInt.empty());
            int axis = Extents.axis(AXIS.name(), given.get(AXIS), in.only());
            return new Slice(axis, given.get(START), end, given.get(STEP));
        }

        @Override
        protected Attributes attributes(Slice op) {
            Attributes attributes = new Attributes().and(AXIS, op.axis).and(START, op.start);
            op.end.ifPresent(end -> attributes.and(END, end));
            return attributes.and(STEP, op.step);
        }

        @Override
        protected List<Formula> infer(Slice op, Inputs in) {
            Extents.axis(AXIS.name(), op.axis, in.only());
            List<Formula> extents = new ArrayList<>(Extents.same(in.only()));
            if (in.only().axis(op.axis) instanceof Extent.Known known) {
                extents.set(op.axis, taken(op, known.value(), in.only()));
            }
            return extents;
        }

        /** Every so many-th position of all from the first on is what a window of one tap sees. */
        @Override
        protected Reach reach(Slice op, Inputs in) {
            long first = at(op.start, in.only().extent(op.axis));
            if (op.axis < 2 || first != 0 || op.step > Readers.MOST_PER_AXIS) {
                return new Reach.Taken(op.axis, List.of(first), op.step, false);
            }
            List<Axis> axes = new ArrayList<>();
            for (int axis = 2; axis < in.only().rank(); axis++) {
                axes.add(new Axis(1, axis == op.axis ? (int) op.step : 1, 0, 0, 1));
            }
            return new Reach.Sliding(axes, false);
        }

        @Override
        protected Storage storage(Slice op) {
            return Storage.OWN;
        }

        /** {@code SliceBackward0}: a view of a part, whose gradient is put into zeros as large as the input. */
        @Override
        protected Tape tape(Slice op, Inputs in, Shape out) {
            return Tape.of(
                    in,
                    TapeEntry.view(0, out)
                            .showing(new View.Part(op.axis, op.step))
                            .giving(TapeEntry.Gradient.COMPUTED));
        }
    };

    private static Formula taken(Slice op, long extent, Shape x) {
        long start = at(op.start, extent);
        long end = op.end.isPresent() ? at(op.end.getAsInt(), extent) : extent;
        if (start >= end) {
            throw new Refusal(
                    "empty-slice",
                    START.name(),
                    "nothing of axis " + op.axis + " of " + x + " lies from " + start + " to " + end,
                    "use a start before the end, both from 0 to " + extent + ", or negative to count from the end");
        }
        Formula range = start == 0 ? Formula.of(end) : Formula.difference(Formula.of(end), Formula.of(start));
        return op.step == 1 ? range : Formula.ceil(range, op.step);
    }

    private static long at(long index, long extent) {
        return Math.max(0, Math.min(index < 0 ? index + extent : index, extent));
    }
}
