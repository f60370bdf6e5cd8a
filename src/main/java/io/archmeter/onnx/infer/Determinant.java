package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;

/**
 * {@code Det}: a number for each matrix of …×M×M, by elimination: below each element of the diagonal a division for each row, and a
 * multiply and an add for each element right of it; then the product of the diagonal.
 */
final class Determinant {
    private Determinant() {}

    static Outcome infer(NodeCall call) {
        Shape x = call.shape(0);
        int rank = x.rank();
        boolean square = rank >= 2
                && (x.axis(rank - 2).equals(x.axis(rank - 1)) || x.unknown().isPresent());
        if (!square) {
            throw call.refusal("only square matrices have a determinant, but the input is " + x);
        }
        Shape out = Shape.ofAxes(x.axes().subList(0, rank - 2));
        Formula matrices = Formula.elements(out);
        Extent side = x.axis(rank - 1) instanceof Extent.Known ? x.axis(rank - 1) : x.axis(rank - 2);
        Formula extent = Formula.of(side);
        Formula before = side.equals(Extent.of(0)) ? Formula.ZERO : Formula.difference(extent, Formula.ONE);
        Formula twice = Formula.difference(Formula.product(Formula.of(2), extent), Formula.ONE);
        Formula rows = Formula.floor(Formula.product(extent, before), 2);
        Formula squares = Formula.floor(Formula.product(extent, before, twice), 6);
        return Outcome.of(Fact.tensor(call.type(0), out))
                .and(DIVIDE, Formula.product(matrices, rows))
                .and(MULTIPLY, Formula.product(matrices, Formula.sum(squares, before)))
                .and(ADD, Formula.product(matrices, squares));
    }
}
