package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts the axes into another order: N×C×H×W to N×H×W×C (PyTorch {@code permute}, ONNX {@code Transpose}).
 *
 * @param axes of the input, in the order that they have in the output; the batch's 0 among them
 */
public record Permute(List<Integer> axes) implements Op {
    private static final Argument<List<Integer>> AXES = Argument.integers(
                    "axes", "all axes of the input in their new order, that of the batch (0) among them")
            .asUsual();

    public Permute {
        axes = List.copyOf(axes);
        if (!new HashSet<>(axes)
                .containsAll(IntStream.range(0, axes.size()).boxed().toList())) {
            throw new IllegalArgumentException("no such order: " + axes);
        }
    }

    @Override
    public String kind() {
        return "permute";
    }

    static final OpRule<Permute> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXES);
        }

        @Override
        protected Permute read(Arguments given, Inputs in) {
            requireAll(given.get(AXES), in.only());
            return new Permute(Extents.axes(AXES.name(), given.get(AXES), in.only()));
        }

        @Override
        protected Attributes attributes(Permute op) {
            return new Attributes().and(AXES, op.axes);
        }

        @Override
        protected List<Formula> infer(Permute op, Inputs in) {
            requireAll(op.axes, in.only());
            return permuted(op.axes, in.only());
        }

        @Override
        protected Reach reach(Permute op, Inputs in) {
            return Reach.Mapped.of(op.axes);
        }

        @Override
        protected Storage storage(Permute op) {
            return Storage.OWN;
        }

        /** {@code PermuteBackward0}: a view with other strides, and so is the gradient. */
        @Override
        protected Tape tape(Permute op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.view(0, out).showing(new View.Permuted(op.axes)));
        }
    };

    static List<Formula> permuted(List<Integer> axes, Shape x) {
        return axes.stream().map(axis -> Formula.of(x.axis(axis))).toList();
    }

    private static void requireAll(List<Integer> axes, Shape x) {
        if (axes.size() != x.rank()) {
            throw new Refusal(
                    "wrong-rank",
                    AXES.name(),
                    AXES.name() + " has " + axes.size() + " axes, but the input " + x + " has " + x.rank(),
                    "write all axes in their new order, that of the batch among them, such as "
                            + IntStream.range(0, x.rank()).boxed().toList());
        }
    }
}
