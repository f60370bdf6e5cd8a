package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/**
 * Products of matrices: …×M×K and …×K×N to …×M×N, as {@code numpy.matmul}: axes before the last two are stretched to each other, and a
 * vector is a row on the left and a column on the right, whose axis is dropped afterwards. One multiply-add for each element of a row of
 * the first for each element of the output.
 */
final class MatMul {
    private MatMul() {}

    static Outcome infer(NodeCall call) {
        Shape first = call.shape(0);
        Shape second = call.shape(1);
        Shape out = shape(call, first, second);
        Formula multiplyAdds = Formula.product(Formula.elements(out), Formula.of(depth(first, second)));
        return Outcome.of(Fact.tensor(call.type(0), out)).multiplying(multiplyAdds);
    }

    /** How many products a sum has: what both say, or the one that is known. */
    static Extent depth(Shape first, Shape second) {
        Extent columns = first.axis(first.rank() - 1);
        return columns instanceof Extent.Known ? columns : second.axis(Math.max(0, second.rank() - 2));
    }

    /** The shape of a product. */
    static Shape shape(NodeCall call, Shape first, Shape second) {
        if (first.rank() == 0 || second.rank() == 0) {
            throw call.refusal(
                    "a scalar is no matrix: " + call.operator() + " of '" + first + "' and '" + second + "'");
        }
        Extent columns = first.axis(first.rank() - 1);
        Extent rows = second.axis(Math.max(0, second.rank() - 2));
        if (columns instanceof Extent.Known && rows instanceof Extent.Known && !columns.equals(rows)) {
            throw call.refusal("rows of " + columns.text() + " elements and columns of " + rows.text()
                    + " have no product: the inputs are " + first + " and " + second);
        }
        List<Extent> axes = new ArrayList<>(NumpyBroadcast.of(call, List.of(matrices(first), matrices(second)))
                .axes());
        if (first.rank() > 1) {
            axes.add(first.axis(first.rank() - 2));
        }
        if (second.rank() > 1) {
            axes.add(second.axis(second.rank() - 1));
        }
        return Shape.ofAxes(axes);
    }

    private static Shape matrices(Shape shape) {
        return Shape.ofAxes(shape.axes().subList(0, Math.max(0, shape.rank() - 2)));
    }
}
