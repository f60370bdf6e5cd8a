package io.archmeter.onnx.infer;

import io.archmeter.graph.Shape;
import io.archmeter.onnx.file.DimensionMessage;
import io.archmeter.onnx.file.TypeMessage;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.OnnxModel;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model with all that is known of it.
 *
 * @param nodes in the order of execution, those of branches that are sure to run in place of their {@code If}
 * @param outputs the values that it puts out
 * @param facts by the numbers of values; constants that nobody takes are missing
 * @param aliases values that are another one: outputs of a branch that runs
 * @param open the extents that the file leaves open, and what they are here
 * @param unknownOperators operators that have no rule
 * @param contradicted values of which the file declares something else than follows
 * @param warnings what is unusual about the file, for people
 */
public record InferredModel(
        OnnxModel model,
        List<InferredNode> nodes,
        List<ModelValue> outputs,
        Map<Integer, Fact> facts,
        Map<Integer, Integer> aliases,
        List<OpenExtent> open,
        List<String> unknownOperators,
        List<String> contradicted,
        List<String> warnings) {
    public InferredModel {
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        aliases = new HashMap<>(aliases);
        open = List.copyOf(open);
        unknownOperators = List.copyOf(unknownOperators);
        contradicted = List.copyOf(contradicted);
        warnings = List.copyOf(warnings);
    }

    /** Whether the first axis of an input is the batch: where the file leaves it open, or says 1. */
    public boolean hasBatch(ModelValue input, Shape shape) {
        if (!(model.declared().get(input.number()) instanceof TypeMessage.Tensor tensor)
                || tensor.dimensions().isEmpty()
                || tensor.dimensions().get().size() != shape.rank()) {
            return shape.rank() > 1;
        }
        if (shape.rank() == 0) {
            return false;
        }
        DimensionMessage first = tensor.dimensions().get().get(0);
        return first.value().orElse(0) > 0
                ? first.value().getAsLong() == 1 && shape.rank() > 1
                : BoundInputs.isBatch(first.parameter(), shape.rank());
    }

    /** The value that stands for another one. */
    public int resolved(int value) {
        int number = value;
        while (aliases.containsKey(number)) {
            number = aliases.get(number);
        }
        return number;
    }
}
