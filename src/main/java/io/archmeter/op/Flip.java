package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;

/**
 * Turns axes round: the last comes first (PyTorch {@code flip}, which copies).
 *
 * @param axes from 0, never negative
 */
public record Flip(List<Integer> axes) implements Op {
    private static final Argument<List<Integer>> AXES =
            Argument.integers("axes", "axes that are turned round").asUsual();

    public Flip {
        axes = List.copyOf(axes);
        if (axes.stream().anyMatch(axis -> axis < 0)) {
            throw new IllegalArgumentException("no such axes: " + axes);
        }
    }

    @Override
    public String kind() {
        return "flip";
    }

    static final OpRule<Flip> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXES);
        }

        @Override
        protected Flip read(Arguments given, Inputs in) {
            return new Flip(Extents.axes(AXES.name(), given.get(AXES), in.only()));
        }

        @Override
        protected Attributes attributes(Flip op) {
            return new Attributes().and(AXES, op.axes);
        }

        @Override
        protected List<Formula> infer(Flip op, Inputs in) {
            Extents.axes(AXES.name(), op.axes, in.only());
            return Extents.same(in.only());
        }

        @Override
        protected Reach reach(Flip op, Inputs in) {
            return new Reach.Moved(op.axes);
        }

        @Override
        protected Storage storage(Flip op) {
            return Storage.OWN;
        }

        /** {@code FlipBackward0} turns the gradient round into memory of its own. */
        @Override
        protected Tape tape(Flip op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out));
        }
    };
}
