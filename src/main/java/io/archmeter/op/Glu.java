package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A gated linear unit (Dauphin et al. 2017, arXiv:1612.08083; PyTorch {@code GLU}): the first half of the tensor along one axis, times
 * the sigmoid of the second half.
 *
 * @param axis from 0, never negative
 */
public record Glu(int axis) implements Op {
    private static final Argument<Integer> AXIS =
            Argument.integer("axis", "axis that is halved").or(-1);

    public Glu {
        if (axis < 0) {
            throw new IllegalArgumentException("no such axis: " + axis);
        }
    }

    @Override
    public String kind() {
        return "glu";
    }

    static final OpRule<Glu> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXIS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Glu read(Arguments given, Inputs in) {
            return new Glu(Extents.axis(AXIS.name(), given.get(AXIS), in.only()));
        }

        @Override
        protected Attributes attributes(Glu op) {
            return new Attributes().and(AXIS, op.axis);
        }

        @Override
        protected List<Formula> infer(Glu op, Inputs in) {
            Shape x = in.only();
            Extent halved = x.axis(Extents.axis(AXIS.name(), op.axis, x));
            if (halved instanceof Extent.Known known && known.value() % 2 != 0) {
                throw new Refusal(
                        "odd-extent",
                        AXIS.name(),
                        "axis " + op.axis + " of " + x + " cannot be halved",
                        "give the layer before twice as many channels as are to come out, or another axis");
            }
            List<Formula> extents = new ArrayList<>(Extents.same(x));
            extents.set(op.axis, Formula.floor(extents.get(op.axis), 2));
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(Glu op, Inputs in) {
            return List.of();
        }

        /** Per element of the output: a sigmoid, which is an exponential, an add and a division, and a multiplication. */
        @Override
        protected Work work(Glu op, Inputs in, Shape out) {
            Formula elements = Formula.elements(out);
            return Work.NONE
                    .and(ElementaryOperation.EXPONENTIAL, elements)
                    .and(ElementaryOperation.ADD, elements)
                    .and(ElementaryOperation.DIVIDE, elements)
                    .and(ElementaryOperation.MULTIPLY, elements);
        }

        /** Along a spatial axis, each element follows from two that lie half of the axis apart. */
        @Override
        protected Reach reach(Glu op, Inputs in) {
            return halves(op, in.only());
        }

        @Override
        protected Storage storage(Glu op) {
            return Storage.OWN;
        }

        /** {@code GluBackward0} keeps the input. */
        @Override
        protected Tape tape(Glu op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out).keeping(SavedForBackward.OPERANDS));
        }
    };

    /** A window of two taps, half of the axis apart. */
    private static Reach halves(Glu op, Shape x) {
        long half = x.extent(op.axis) / 2;
        if (op.axis < 2 || half < 1 || half > Integer.MAX_VALUE) {
            return Reach.along(List.of(op.axis), x);
        }
        List<Axis> axes = new ArrayList<>();
        for (int axis = 2; axis < x.rank(); axis++) {
            axes.add(axis == op.axis ? new Axis(2, 1, 0, 0, (int) half) : Axis.covering(1));
        }
        return new Reach.Sliding(axes, false);
    }
}
