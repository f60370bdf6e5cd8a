package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * exp(x) over the sum of exp(x) along one axis, or the logarithm of that; any shape.
 *
 * @param axis from 0, never negative
 * @param logarithm whether it is taken: x less the logarithm of the sum
 */
public record Softmax(int axis, boolean logarithm) implements Op {
    private static final Argument<Integer> AXIS = Argument.integer(
                    "axis", "axis along which the outputs, or the exponentials of logarithms, add up to 1")
            .or(1);

    public Softmax(int axis) {
        this(axis, false);
    }

    public Softmax {
        if (axis < 0) {
            throw new IllegalArgumentException("no such axis: " + axis);
        }
    }

    @Override
    public String kind() {
        return logarithm ? "logsoftmax" : "softmax";
    }

    static OpRule<Softmax> rule(boolean logarithm) {
        return new SingleOutputRule<>() {
            @Override
            protected List<Argument<?>> arguments() {
                return List.of(AXIS);
            }

            @Override
            protected Set<Trait> traits() {
                return Set.of();
            }

            @Override
            protected Softmax read(Arguments given, Inputs in) {
                return new Softmax(Extents.axis(AXIS.name(), given.get(AXIS), in.only()), logarithm);
            }

            @Override
            protected Attributes attributes(Softmax op) {
                return new Attributes().and(AXIS, op.axis);
            }

            @Override
            protected List<Formula> infer(Softmax op, Inputs in) {
                Extents.axis(AXIS.name(), op.axis, in.only());
                return Extents.same(in.only());
            }

            @Override
            protected List<WeightDeclaration> weights(Softmax op, Inputs in) {
                return List.of();
            }

            /**
             * Per element: a comparison for the largest, an add to subtract it, an exponential, an add to the sum, a division. With
             * logarithms, an add to subtract that of the sum stands for the division; there is one for each line along the axis.
             */
            @Override
            protected Work work(Softmax op, Inputs in, Shape out) {
                Formula elements = Formula.elements(out);
                List<Formula> lines = new ArrayList<>(Extents.same(out));
                lines.remove(op.axis);
                Work work = Work.NONE
                        .and(ElementaryOperation.COMPARE, elements)
                        .and(ElementaryOperation.ADD, Formula.product(Formula.of(op.logarithm ? 3 : 2), elements))
                        .and(ElementaryOperation.EXPONENTIAL, elements);
                return op.logarithm
                        ? work.and(ElementaryOperation.LOGARITHM, Formula.product(lines))
                        : work.and(ElementaryOperation.DIVIDE, elements);
            }

            @Override
            protected Reach reach(Softmax op, Inputs in) {
                return Reach.along(List.of(op.axis), in.only());
            }

            @Override
            protected Storage storage(Softmax op) {
                return Storage.IN_PLACE;
            }

            /** {@code SoftmaxBackward0} and {@code LogSoftmaxBackward0} keep the result. */
            @Override
            protected Tape tape(Softmax op, Inputs in, Shape out) {
                return Tape.of(in, TapeEntry.of(in, out).keeping(SavedForBackward.OUTPUT));
            }
        };
    }
}
