package io.archmeter.onnx.model;

import java.util.List;

/**
 * Nodes that run together: the network as a whole, a branch of an {@code If}, the body of a {@code Loop} or {@code Scan}. They may take
 * values of the regions around theirs.
 *
 * @param inputs the values that it is given
 * @param nodes in an order in which they can be computed
 * @param outputs what it gives
 */
public record Region(String name, List<ModelValue> inputs, List<ModelNode> nodes, List<ModelValue> outputs) {
    public Region {
        inputs = List.copyOf(inputs);
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
    }
}
