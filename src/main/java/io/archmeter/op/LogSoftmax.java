package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The logarithm of a softmax: x less the logarithm of the sum of exp(x) along one axis; any shape.
 *
 * @param axis from 0, never negative
 */
public record LogSoftmax(int axis) implements Op {
    private static final Argument<Integer> AXIS = Argument.integer(
                    "axis", "axis along which the exponentials of the outputs add up to 1")
            .or(1);

    public LogSoftmax {
        if (axis < 0) {
            throw new IllegalArgumentException("no such axis: " + axis);
        }
    }

    @Override
    public String kind() {
        return "logsoftmax";
    }

    static final OpRule<LogSoftmax> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXIS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected LogSoftmax read(Arguments given, Inputs in) {
            return new LogSoftmax(Extents.axis(AXIS.name(), given.get(AXIS), in.only()));
        }

        @Override
        protected Attributes attributes(LogSoftmax op) {
            return new Attributes().and(AXIS, op.axis);
        }

        @Override
        protected List<Formula> infer(LogSoftmax op, Inputs in) {
            Extents.axis(AXIS.name(), op.axis, in.only());
            return Extents.same(in.only());
        }

        @Override
        protected List<WeightDeclaration> weights(LogSoftmax op, Inputs in) {
            return List.of();
        }

        /**
         * Per element: a comparison for the largest, an add to subtract it, an exponential, an add to the sum, and an add to subtract
         * its logarithm, of which there is one for each line along the axis.
         */
        @Override
        protected Work work(LogSoftmax op, Inputs in, Shape out) {
            Formula elements = Formula.elements(out);
            List<Formula> lines = new ArrayList<>(Extents.same(out));
            lines.remove(op.axis);
            return Work.NONE
                    .and(ElementaryOperation.COMPARE, elements)
                    .and(ElementaryOperation.ADD, Formula.product(Formula.of(3), elements))
                    .and(ElementaryOperation.EXPONENTIAL, elements)
                    .and(ElementaryOperation.LOGARITHM, Formula.product(lines));
        }

        @Override
        protected Reach reach(LogSoftmax op, Inputs in) {
            return Softmax.reach(op.axis, in.only());
        }

        @Override
        protected Storage storage(LogSoftmax op) {
            return Storage.IN_PLACE;
        }

        /** {@code LogSoftmaxBackward0} keeps the result. */
        @Override
        protected Tape tape(LogSoftmax op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out).keeping(SavedForBackward.OUTPUT));
        }
    };
}
