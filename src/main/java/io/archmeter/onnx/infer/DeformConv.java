package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Deformable convolution (Dai et al. 2017, arXiv:1703.06211): a convolution whose taps lie where the offsets say, between elements. What
 * it costs as {@link ConvRule}, and 2ᵈ products and sums one fewer for each tap of each channel, with a product where there is a mask.
 */
final class DeformConv {
    private static final int OFFSET = 2;
    private static final int MASK = 4;

    static final NodeRule RULE = call -> {
        Outcome convolved = ConvRule.DEFORMED.infer(call);
        Shape x = call.shape(0);
        Shape weight = call.shape(1);
        Shape out = ((Fact.Tensor) convolved.outputs().get(0)).shape();
        requireOffsets(call, weight, out);
        List<Formula> samples = new ArrayList<>(List.of(Formula.of(x.axis(0)), Formula.of(x.axis(1))));
        int corners = 1;
        for (int axis = 2; axis < weight.rank(); axis++) {
            samples.add(Formula.of(weight.axis(axis)));
            samples.add(Formula.of(out.axis(axis)));
            corners *= 2;
        }
        List<ElementaryOperation> each = new ArrayList<>(Collections.nCopies(corners, MULTIPLY));
        each.addAll(Collections.nCopies(corners - 1, ADD));
        if (call.has(MASK)) {
            each.add(MULTIPLY);
        }
        return PerElement.and(convolved, Formula.product(samples), each);
    };

    private DeformConv() {}

    /** For each group and each tap a number along each axis, at each place of the output. */
    private static void requireOffsets(NodeCall call, Shape weight, Shape out) {
        Shape offset = call.shape(OFFSET);
        long numbers = Math.multiplyExact(call.attributes().whole("offset_group", 1), weight.rank() - 2L);
        Extent expected = Extent.of(numbers);
        for (int axis = 2; axis < weight.rank(); axis++) {
            expected = ExtentArithmetic.product(expected, weight.axis(axis));
        }
        boolean fits = offset.rank() == out.rank();
        for (int axis = 1; fits && axis < out.rank(); axis++) {
            Extent own = axis == 1 ? expected : out.axis(axis);
            fits = !(offset.axis(axis) instanceof Extent.Known)
                    || !(own instanceof Extent.Known)
                    || own.equals(offset.axis(axis));
        }
        if (!fits) {
            throw call.refusal(
                    "offsets of " + offset + " do not go with a weight of " + weight + " and an output of " + out);
        }
    }
}
