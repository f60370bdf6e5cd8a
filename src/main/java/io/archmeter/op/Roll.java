package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;

/**
 * Moves elements along axes; what leaves one end comes in at the other (PyTorch {@code roll}).
 *
 * @param shifts how far, for each of the axes; negative towards the begin
 * @param axes from 0, never negative
 */
public record Roll(List<Integer> shifts, List<Integer> axes) implements Op {
    private static final Argument<List<Integer>> SHIFTS = Argument.integers(
                    "shifts", "how far elements move, for each of the axes; negative towards the begin")
            .asUsual();
    private static final Argument<List<Integer>> AXES = Argument.integers("axes", "axes along which elements move");

    public Roll {
        shifts = List.copyOf(shifts);
        axes = List.copyOf(axes);
        if (shifts.size() != axes.size() || axes.stream().anyMatch(axis -> axis < 0)) {
            throw new IllegalArgumentException("no such roll: by " + shifts + " along " + axes);
        }
    }

    @Override
    public String kind() {
        return "roll";
    }

    static final OpRule<Roll> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(SHIFTS, AXES);
        }

        @Override
        protected Roll read(Arguments given, Inputs in) {
            List<Integer> shifts = given.get(SHIFTS);
            List<Integer> axes = Extents.axes(AXES.name(), given.get(AXES), in.only());
            if (shifts.size() != axes.size()) {
                throw new Refusal(
                        "wrong-rank",
                        SHIFTS.name(),
                        SHIFTS.name() + " has " + shifts.size() + " numbers, but there are " + axes.size() + " axes",
                        "write one number for each of the axes");
            }
            return new Roll(shifts, axes);
        }

        @Override
        protected Attributes attributes(Roll op) {
            return new Attributes().and(SHIFTS, op.shifts).and(AXES, op.axes);
        }

        @Override
        protected List<Formula> infer(Roll op, Inputs in) {
            Extents.axes(AXES.name(), op.axes, in.only());
            return Extents.same(in.only());
        }

        @Override
        protected Reach reach(Roll op, Inputs in) {
            return new Reach.Moved(op.axes);
        }

        @Override
        protected Storage storage(Roll op) {
            return Storage.OWN;
        }

        /** {@code RollBackward0} rolls the gradient back into memory of its own. */
        @Override
        protected Tape tape(Roll op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out));
        }
    };
}
