package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/**
 * …×M×K times …×K×N: …×M×N, the axes before broadcast, with one multiply-add for each of K and each output element. A vector is a row on
 * the left and a column on the right, and its axis is missing in the output ({@code numpy.matmul}).
 */
record MatrixProduct(Shape out, Formula multiplyAdds) {
    static MatrixProduct of(NodeCall call, Shape left, Shape right) {
        if (left.rank() == 0 || right.rank() == 0) {
            throw call.refusal("a number has no rows to multiply: the inputs are " + shown(left) + " and " + shown(right));
        }
        Shape one = left.rank() == 1 ? Shape.ofAxes(List.of(Extent.of(1), left.axis(0))) : left;
        Shape other = right.rank() == 1 ? Shape.ofAxes(List.of(right.axis(0), Extent.of(1))) : right;
        Extent depth = one.axis(one.rank() - 1);
        Extent rows = other.axis(other.rank() - 2);
        if (depth instanceof Extent.Known && rows instanceof Extent.Known && !depth.equals(rows)) {
            throw call.refusal(left + " times " + right + " is no product: " + depth.text() + " columns are not "
                    + rows.text() + " rows");
        }
        List<Extent> axes = new ArrayList<>(
                Broadcast.of(call, List.of(stack(one), stack(other))).axes());
        if (left.rank() > 1) {
            axes.add(one.axis(one.rank() - 2));
        }
        if (right.rank() > 1) {
            axes.add(other.axis(other.rank() - 1));
        }
        Shape out = Shape.ofAxes(axes);
        Formula inner = Formula.of(depth instanceof Extent.Known ? depth : rows);
        return new MatrixProduct(out, out.rank() == 0 ? inner : Formula.product(Formula.elements(out), inner));
    }

    private static String shown(Shape shape) {
        return shape.rank() == 0 ? "a scalar" : shape.toString();
    }

    private static Shape stack(Shape matrices) {
        return Shape.ofAxes(matrices.axes().subList(0, matrices.rank() - 2));
    }

    /** With its last two axes in the other order. */
    static Shape transposed(Shape matrices) {
        if (matrices.rank() < 2) {
            return matrices;
        }
        int rank = matrices.rank();
        return matrices.with(rank - 1, matrices.axis(rank - 2)).with(rank - 2, matrices.axis(rank - 1));
    }
}
