package io.archmeter.onnx.infer;

import io.archmeter.onnx.model.ModelNode;
import java.util.List;
import java.util.Optional;

/**
 * A node with all that is known of it. Regions that are sure to run once are in place of the node that has them; nodes of other regions
 * are in what that node computes.
 *
 * @param node whose inputs and outputs are values; where a region stands in place of its node, those of the region
 * @param prefix the names of the regions that it comes from: {@code If_12/then/}; mostly empty
 * @param inputs what is known of its inputs; empty where one is left out
 * @param outcome with an output for each that the node has
 */
public record InferredNode(ModelNode node, String prefix, List<Optional<Fact>> inputs, Outcome outcome) {
    public InferredNode {
        inputs = List.copyOf(inputs);
    }

    /** What people know it by. */
    public String label() {
        return prefix + node.label();
    }
}
