package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;
import static io.archmeter.op.ElementaryOperation.POWER;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.List;

/**
 * {@code LayerNormalization} and {@code RMSNormalization}, over all axes from one on. The first puts out means and inverse deviations, too:
 * of the shape of its input with those axes 1, and of the type that {@code stash_type} says.
 */
final class LayerNormalization {
    private LayerNormalization() {}

    /**
     * Per element an add for the mean, a distance from it, its square and an add for the variance, a multiply by the inverse deviation,
     * and scale and shift; per mean two divisions by the number of elements, and a root.
     */
    static Outcome layer(NodeCall call) {
        Shape x = call.shape(0);
        Shape means = ReducedAxes.of(x, axes(call), true);
        DType type = ElementTypes.of(call.attributes().whole("stash_type", 1)).orElse(DType.FLOAT32);
        Formula elements = Formula.elements(x);
        Formula roots = Formula.elements(means);
        Fact statistics = Fact.tensor(type, means);
        return Outcome.of(List.of(call.tensor(0).withoutContent(), statistics, statistics))
                .inPlace()
                .and(ADD, Formula.product(Formula.of(call.has(2) ? 4 : 3), elements))
                .and(MULTIPLY, Formula.product(Formula.of(3), elements))
                .and(DIVIDE, Formula.product(Formula.of(2), roots))
                .and(POWER, roots);
    }

    /**
     * Per element a square and an add to their sum, a multiply by the inverse root, and the scale; per root a division by the number of
     * elements, and the root.
     */
    static Outcome rootMeanSquare(NodeCall call) {
        Formula elements = call.elements(0);
        Formula roots = Formula.elements(ReducedAxes.of(call.shape(0), axes(call), true));
        return Outcome.of(call.tensor(0).withoutContent())
                .inPlace()
                .and(ADD, elements)
                .and(MULTIPLY, Formula.product(Formula.of(3), elements))
                .and(DIVIDE, roots)
                .and(POWER, roots);
    }

    /** The scale is stretched to them. */
    private static List<Integer> axes(NodeCall call) {
        Shape x = call.shape(0);
        List<Integer> axes = ReducedAxes.from(call.axis(call.attributes().whole("axis", -1), x.rank()), x);
        if (call.has(1) && call.fact(1) instanceof Fact.Tensor scale) {
            Shape both = NumpyBroadcast.of(call, List.of(x, scale.shape()));
            for (int axis = 0; axis < both.rank(); axis++) {
                if (both.rank() > x.rank()
                        || x.axis(axis) instanceof Extent.Known own
                                && both.axis(axis) instanceof Extent.Known stretched
                                && own.value() != stretched.value()) {
                    throw call.refusal("a scale of " + scale.shape() + " does not go with an input of " + x);
                }
            }
        }
        return axes;
    }
}
