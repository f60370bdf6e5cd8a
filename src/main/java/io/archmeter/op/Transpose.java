package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets two axes change places (PyTorch {@code transpose}; that of ONNX, TensorFlow and NumPy is {@link Permute}).
 *
 * @param first from 0, never negative
 * @param second from 0, never negative
 */
public record Transpose(int first, int second) implements Op {
    private static final Argument<List<Integer>> AXES = Argument.integers(
                    "axes", "the two axes that change places; permute takes all of them in a new order")
            .asUsual();

    public Transpose {
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("no such axes: " + first + " and " + second);
        }
    }

    @Override
    public String kind() {
        return "transpose";
    }

    static final OpRule<Transpose> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXES);
        }

        @Override
        protected Transpose read(Arguments given, Inputs in) {
            List<Integer> axes = given.get(AXES);
            if (axes.size() != 2) {
                throw new Refusal(
                        "out-of-range",
                        AXES.name(),
                        AXES.name() + " has " + axes.size() + " axes, not 2",
                        "write the two axes that change places, or permute with all axes in their new order");
            }
            return new Transpose(
                    Extents.axis(AXES.name(), axes.get(0), in.only()),
                    Extents.axis(AXES.name(), axes.get(1), in.only()));
        }

        @Override
        protected Attributes attributes(Transpose op) {
            return new Attributes().and(AXES, List.of(op.first, op.second));
        }

        @Override
        protected List<Formula> infer(Transpose op, Inputs in) {
            Extents.axis(AXES.name(), op.first, in.only());
            Extents.axis(AXES.name(), op.second, in.only());
            return Permute.permuted(order(op, in.only()), in.only());
        }

        @Override
        protected Reach reach(Transpose op, Inputs in) {
            return Reach.Mapped.of(order(op, in.only()));
        }

        @Override
        protected Storage storage(Transpose op) {
            return Storage.OWN;
        }

        /** {@code TransposeBackward0}: a view with other strides, and so is the gradient. */
        @Override
        protected Tape tape(Transpose op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.view(0, out).showing(new View.Permuted(order(op, in.only()))));
        }
    };

    private static List<Integer> order(Transpose op, Shape x) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, x.rank()).boxed().toList());
        Collections.swap(order, op.first, op.second);
        return order;
    }
}
