package io.archmeter.onnx.infer;

import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;

/** What {@link MatMul} says of two shapes. */
record MatrixProduct(Shape out, Formula multiplyAdds) {
    static MatrixProduct of(NodeCall call, Shape left, Shape right) {
        Shape out = MatMul.shape(call, left, right);
        return new MatrixProduct(out, Formula.product(Formula.elements(out), Formula.of(MatMul.depth(left, right))));
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
