package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/** {@code AffineGrid} makes places in an image, {@code GridSample} reads an image at such places. */
final class Grids {
    static final NodeRule AFFINE_GRID = Typed.asFirst(Grids::affineGrid);
    static final NodeRule GRID_SAMPLE = Typed.asFirst(Grids::gridSample);

    private static final int LINEAR_TAPS = 2;
    private static final int CUBIC_TAPS = 4;

    private Grids() {}

    /** N×2×3 or N×3×4 matrices and a size N×C×… make N×…×2 or 3: each number is a sum of products with a place, and a translation. */
    private static Outcome affineGrid(NodeCall call) {
        Shape size = Listed.shape(call, 1);
        int axes = size.rank() - 2;
        if (axes < 2 || axes > 3) {
            throw call.refusal("a size of " + size + " is that of no images");
        }
        if (call.fact(0) instanceof Fact.Tensor theta) {
            if (theta.shape().rank() != 3) {
                throw call.refusal("matrices of " + theta.shape() + " do not go with a size of " + size);
            }
            ExtentArithmetic.same(call, theta.shape().axis(0), size.axis(0));
            ExtentArithmetic.same(call, theta.shape().axis(1), Extent.of(axes));
            ExtentArithmetic.same(call, theta.shape().axis(2), Extent.of(axes + 1));
        }
        List<Extent> extents = new ArrayList<>(List.of(size.axis(0)));
        extents.addAll(size.axes().subList(2, size.rank()));
        extents.add(Extent.of(axes));
        Shape out = Shape.ofAxes(extents);
        Formula products = Formula.product(Formula.elements(out), Formula.of(axes));
        return Outcome.of(Fact.tensor(call.type(0), out))
                .and(ElementaryOperation.ADD, products)
                .and(ElementaryOperation.MULTIPLY, products);
    }

    /** N×C×… and places of N×…×axes make N×C×…; each element is a weighted sum of so many neighbours along each axis. */
    private static Outcome gridSample(NodeCall call) {
        Shape x = call.shape(0);
        Shape grid = call.shape(1);
        int axes = x.rank() - 2;
        if (axes < 1 || grid.rank() != x.rank()) {
            throw call.refusal("places of " + grid + " do not go with images of " + x);
        }
        ExtentArithmetic.same(call, grid.axis(axes + 1), Extent.of(axes));
        List<Extent> extents =
                new ArrayList<>(List.of(ExtentArithmetic.same(call, x.axis(0), grid.axis(0)), x.axis(1)));
        extents.addAll(grid.axes().subList(1, axes + 1));
        Shape out = Shape.ofAxes(extents);
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out));
        String mode = call.attributes().text("mode").orElse("linear");
        if (mode.equals("nearest")) {
            return outcome;
        }
        long taps = mode.contains("cubic") ? CUBIC_TAPS : LINEAR_TAPS;
        long neighbours = 1;
        for (int axis = 0; axis < axes; axis++) {
            neighbours = Math.multiplyExact(neighbours, taps);
        }
        Formula all = Formula.elements(out);
        return outcome.and(ElementaryOperation.ADD, Formula.product(all, Formula.of(neighbours - 1)))
                .and(ElementaryOperation.MULTIPLY, Formula.product(all, Formula.of(neighbours)));
    }
}
