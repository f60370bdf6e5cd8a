package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what lies at one place of an axis, which is gone then: the first token of N×tokens×C as N×C (PyTorch {@code select}).
 *
 * @param index as it is written; negative counts from the end
 * @param axis from 0, never negative
 */
public record Select(int index, int axis) implements Op {
    private static final Argument<Integer> INDEX =
            Argument.integer("index", "the place that is taken").asUsual();
    private static final Argument<Integer> AXIS =
            Argument.integer("axis", "axis of which one place is taken").or(1);

    public Select {
        if (axis < 0) {
            throw new IllegalArgumentException("no such axis: " + axis);
        }
    }

    @Override
    public String kind() {
        return "select";
    }

    static final OpRule<Select> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(INDEX, AXIS);
        }

        @Override
        protected Select read(Arguments given, Inputs in) {
            return new Select(given.get(INDEX), Extents.axis(AXIS.name(), given.get(AXIS), in.only()));
        }

        @Override
        protected Attributes attributes(Select op) {
            return new Attributes().and(INDEX, op.index).and(AXIS, op.axis);
        }

        @Override
        protected List<Formula> infer(Select op, Inputs in) {
            Extents.axis(AXIS.name(), op.axis, in.only());
            requirePlace(op, in.only());
            List<Formula> extents = new ArrayList<>(Extents.same(in.only()));
            extents.remove(op.axis);
            return extents;
        }

        @Override
        protected Reach reach(Select op, Inputs in) {
            long index = op.index < 0 ? op.index + in.only().extent(op.axis) : op.index;
            return new Reach.Taken(op.axis, List.of(index), 1, true);
        }

        @Override
        protected Storage storage(Select op) {
            return Storage.OWN;
        }

        /** {@code SelectBackward0}: a view of a part, whose gradient is put into zeros as large as the input. */
        @Override
        protected Tape tape(Select op, Inputs in, Shape out) {
            return Tape.of(
                    in,
                    TapeEntry.view(0, out).showing(new View.Selected(op.axis)).giving(TapeEntry.Gradient.COMPUTED));
        }
    };

    private static void requirePlace(Select op, Shape x) {
        if (x.axis(op.axis) instanceof Extent.Known extent
                && (op.index >= extent.value() || op.index < -extent.value())) {
            throw new Refusal(
                    "out-of-range",
                    INDEX.name(),
                    INDEX.name() + " " + op.index + " is no place on axis " + op.axis + " of " + x,
                    extent.value() == 0
                            ? "leave the layer out, or give it an input with elements"
                            : "use a place from 0 to " + (extent.value() - 1) + ", or from -1 (the last) to -"
                                    + extent.value());
        }
    }
}
