package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;
import static io.archmeter.op.ElementaryOperation.POWER;

import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.List;

/** M×N distances of M points from N others: differences, their squares and the sum of these, and a root unless squares are wanted. */
final class Distances {
    static final NodeRule PAIRWISE = call -> {
        Shape points = call.shape(0);
        Shape others = call.shape(1);
        if (points.rank() != 2 || others.rank() != 2) {
            throw call.refusal("points are rows of matrices, and not of " + points + " and " + others);
        }
        ExtentArithmetic.agreed(call, points.axis(1), others.axis(1), "number of coordinates");
        Shape out = Shape.ofAxes(List.of(points.axis(0), others.axis(0)));
        Formula terms = Formula.product(Formula.elements(out), Formula.of(points.axis(1)));
        Outcome outcome = PerElement.and(Outcome.of(Fact.tensor(call.type(0), out)), terms, ADD, MULTIPLY, ADD);
        boolean root = call.attributes().text("metric").orElse("sqeuclidean").equals("euclidean");
        return root ? outcome.and(POWER, Formula.elements(out)) : outcome;
    };

    private Distances() {}
}
