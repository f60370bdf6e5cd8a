package io.archmeter.onnx.model;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.file.AttributeMessage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Attributes that a later version of their operator made inputs ({@code docs/Changelog.md} of ONNX): a rule then knows one form.
 */
final class AttributesAsInputs {
    /** An attribute, and the input that it became. */
    record Moved(String attribute, int input) {}

    private static final Moved AXES = new Moved("axes", 1);

    private static final Map<String, List<Moved>> MOVED = Map.ofEntries(
            Map.entry("Clip", List.of(new Moved("min", 1), new Moved("max", 2))),
            Map.entry("Dropout", List.of(new Moved("ratio", 1))),
            Map.entry("Pad", List.of(new Moved("pads", 1), new Moved("paddings", 1), new Moved("value", 2))),
            Map.entry("ReduceL1", List.of(AXES)),
            Map.entry("ReduceL2", List.of(AXES)),
            Map.entry("ReduceLogSum", List.of(AXES)),
            Map.entry("ReduceLogSumExp", List.of(AXES)),
            Map.entry("ReduceMax", List.of(AXES)),
            Map.entry("ReduceMean", List.of(AXES)),
            Map.entry("ReduceMin", List.of(AXES)),
            Map.entry("ReduceProd", List.of(AXES)),
            Map.entry("ReduceSum", List.of(AXES)),
            Map.entry("ReduceSumSquare", List.of(AXES)),
            Map.entry("Reshape", List.of(new Moved("shape", 1))),
            Map.entry("Slice", List.of(new Moved("starts", 1), new Moved("ends", 2), new Moved("axes", 3))),
            Map.entry("Split", List.of(new Moved("split", 1))),
            Map.entry("Squeeze", List.of(AXES)),
            Map.entry("TopK", List.of(new Moved("k", 1))),
            Map.entry("Unsqueeze", List.of(AXES)),
            Map.entry("Upsample", List.of(new Moved("scales", 1))));

    private AttributesAsInputs() {}

    /** Those of an operator of ONNX's own domain. */
    static List<Moved> of(String operator) {
        return MOVED.getOrDefault(operator, List.of());
    }

    /** The constant that an attribute stands for. */
    static Optional<Constant> constant(AttributeMessage.Content content) {
        if (content instanceof AttributeMessage.Wholes wholes) {
            return Optional.of(Constant.of(wholes.values()));
        }
        if (content instanceof AttributeMessage.Whole whole) {
            return Optional.of(new Constant.Wholes(DType.INT64, Shape.of(1), Collections.singletonList(whole.value())));
        }
        if (content instanceof AttributeMessage.Reals reals) {
            return Optional.of(new Constant.Reals(Shape.of(reals.values().size()), reals.values()));
        }
        if (content instanceof AttributeMessage.Real real) {
            return Optional.of(new Constant.Reals(Shape.of(), List.of(real.value())));
        }
        return Optional.empty();
    }
}
