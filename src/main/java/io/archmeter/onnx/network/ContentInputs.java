package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.InferredNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Inputs of which an operator takes the elements as attributes: a shape, axes, bounds. Where these are known, nothing is computed with
 * them when the network runs; and of some inputs only the shape counts.
 */
final class ContentInputs {
    private static final Set<Integer> SECOND = Set.of(1);

    private static final Set<Integer> AFTER_FIRST = Set.of(1, 2, 3, 4);

    private static final Map<String, Set<Integer>> OF_OPERATORS = Map.ofEntries(
            Map.entry("AffineGrid", SECOND),
            Map.entry("CenterCropPad", SECOND),
            Map.entry("Clip", AFTER_FIRST),
            Map.entry("ConstantOfShape", Set.of(0)),
            Map.entry("CumSum", SECOND),
            Map.entry("Dropout", AFTER_FIRST),
            Map.entry("Expand", SECOND),
            Map.entry("NonMaxSuppression", Set.of(2, 3, 4)),
            Map.entry("OneHot", Set.of(1, 2)),
            Map.entry("Pad", AFTER_FIRST),
            Map.entry("Range", Set.of(0, 1, 2)),
            Map.entry("ReduceL1", SECOND),
            Map.entry("ReduceL2", SECOND),
            Map.entry("ReduceLogSum", SECOND),
            Map.entry("ReduceLogSumExp", SECOND),
            Map.entry("ReduceMax", SECOND),
            Map.entry("ReduceMean", SECOND),
            Map.entry("ReduceMin", SECOND),
            Map.entry("ReduceProd", SECOND),
            Map.entry("ReduceSum", SECOND),
            Map.entry("ReduceSumSquare", SECOND),
            Map.entry("Reshape", SECOND),
            Map.entry("Resize", AFTER_FIRST),
            Map.entry("Slice", AFTER_FIRST),
            Map.entry("Split", SECOND),
            Map.entry("SplitToSequence", SECOND),
            Map.entry("Squeeze", SECOND),
            Map.entry("Tile", AFTER_FIRST),
            Map.entry("TopK", SECOND),
            Map.entry("Trilu", SECOND),
            Map.entry("Unsqueeze", SECOND),
            Map.entry("Upsample", SECOND));

    /** Operators that look at the shape of their input alone. */
    private static final Set<String> OF_SHAPES =
            Set.of("Shape", "Size", "EyeLike", "RandomNormalLike", "RandomUniformLike");

    private ContentInputs() {}

    /** Whether nothing is computed with an input of a node. */
    static boolean has(InferredNode node, int input) {
        if (!node.node().domain().isEmpty()) {
            return false;
        }
        String operator = node.node().operator();
        if (OF_SHAPES.contains(operator)) {
            return true;
        }
        Set<Integer> inputs = OF_OPERATORS.get(operator);
        return inputs != null && inputs.contains(input) && isKnown(node.inputs().get(input));
    }

    private static boolean isKnown(Optional<Fact> fact) {
        return fact.isPresent()
                && fact.get() instanceof Fact.Tensor tensor
                && tensor.content().isPresent()
                && tensor.content().get().isKnown();
    }
}
