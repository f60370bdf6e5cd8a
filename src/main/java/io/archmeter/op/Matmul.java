package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The product of two tensors as matrices of their last two axes, …×M×K by …×K×P to …×M×P; the axes before are stretched as those of
 * a sum are (PyTorch {@code matmul}, NumPy and ONNX {@code MatMul}).
 *
 * @param transpose whether the second is …×P×K, and its last two axes change places first: {@code q @ k.transpose(-2, -1)}
 */
public record Matmul(boolean transpose) implements Op {
    private static final Argument<Boolean> TRANSPOSE = Argument.flag(
                    "transpose", "whether the last two axes of the second tensor change places first")
            .or(false);

    @Override
    public String kind() {
        return "matmul";
    }

    static final OpRule<Matmul> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(TRANSPOSE);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Matmul read(Arguments given, Inputs in) {
            return new Matmul(given.get(TRANSPOSE));
        }

        @Override
        protected Attributes attributes(Matmul op) {
            return new Attributes().and(TRANSPOSE, op.transpose);
        }

        @Override
        protected List<Formula> infer(Matmul op, Inputs in) {
            in.require(op.kind(), 2, "a, b");
            Shape first = in.first();
            Shape second = in.shapes().get(1);
            requireMatrices(first);
            requireMatrices(second);
            Extent inner = op.rows(second);
            if (!Extents.canBeEqual(first.axis(first.rank() - 1), inner)) {
                throw new Refusal(
                        "shapes-differ",
                        "",
                        "matmul meets " + first + " and " + second + ": rows of "
                                + first.axis(first.rank() - 1).text() + " elements and columns of " + inner.text(),
                        op.transpose ? "leave transpose out, or swap them" : "write transpose: true, or swap them");
            }
            List<Formula> extents = Extents.same(Broadcast.join(op.kind(), matrices(first), matrices(second)));
            extents.add(Formula.of(first.axis(first.rank() - 2)));
            extents.add(Formula.of(op.columns(second)));
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(Matmul op, Inputs in) {
            return List.of();
        }

        /** For each element of the output as many as a row of the first tensor has. */
        @Override
        protected Work work(Matmul op, Inputs in, Shape out) {
            Shape first = in.first();
            return Work.multiplyAdds(Formula.product(Formula.elements(out), Formula.of(first.axis(first.rank() - 1))));
        }

        /** A row of the first tensor and a column of the second. */
        @Override
        protected Reach reach(Matmul op, Inputs in) {
            int rank = Math.max(in.first().rank(), in.shapes().get(1).rank());
            List<Integer> rows = stretched(in.first(), rank);
            List<Integer> columns = stretched(in.shapes().get(1), rank);
            rows.set(rank - 1, Reach.Mapped.ALL);
            columns.set(rank - 1, columns.get(op.transpose ? rank - 2 : rank - 1));
            columns.set(rank - 2, Reach.Mapped.ALL);
            return new Reach.Mapped(List.of(Optional.of(rows), Optional.of(columns)));
        }

        @Override
        protected Storage storage(Matmul op) {
            return Storage.OWN;
        }

        @Override
        protected Tape tape(Matmul op, Inputs in, Shape out) {
            return MatmulTape.of(op, in, out);
        }
    };

    /** Its axes as those of a tensor of more. */
    private static List<Integer> stretched(Shape x, int rank) {
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            axes.add(Math.max(axis - rank + x.rank(), Reach.Mapped.ALL));
        }
        return axes;
    }

    /** The extents before the last two: how many matrices there are. */
    static Shape matrices(Shape shape) {
        return Shape.ofAxes(shape.axes().subList(0, shape.rank() - 2));
    }

    private static void requireMatrices(Shape shape) {
        if (shape.rank() < 2) {
            throw new Refusal(
                    "wrong-rank",
                    "",
                    "matmul multiplies matrices, but an input is " + shape,
                    "give each input two axes or more");
        }
    }

    private Extent rows(Shape second) {
        return second.axis(second.rank() - (transpose ? 1 : 2));
    }

    private Extent columns(Shape second) {
        return second.axis(second.rank() - (transpose ? 2 : 1));
    }
}
