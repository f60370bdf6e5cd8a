package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelNode;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.Region;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which nodes are layers: those that outputs are computed of, and all that multiply. What is computed only to know a shape is none, nor
 * what is the same at each run.
 */
final class LayerNodes {
    private final InferredModel model;
    private final Folded constants;
    private final Set<Integer> needed = new HashSet<>();
    private final List<InferredNode> layers = new ArrayList<>();
    private int arithmetic;

    /** @param all whether nodes that only make shapes are layers too */
    LayerNodes(InferredModel model, Folded constants, boolean all) {
        this.model = model;
        this.constants = constants;
        model.outputs().forEach(this::need);
        List<InferredNode> nodes = model.nodes();
        for (int number = nodes.size() - 1; number >= 0; number--) {
            InferredNode node = nodes.get(number);
            if (isFolded(node)) {
                continue;
            }
            if (all || isNeeded(node)) {
                layers.add(node);
                needInputs(node);
            } else {
                arithmetic++;
            }
        }
        Collections.reverse(layers);
    }

    /** In the order of execution. */
    List<InferredNode> inOrder() {
        return layers;
    }

    /** Whether somebody takes a value. */
    boolean isNeeded(ModelValue value) {
        return needed.contains(model.resolved(value.number()));
    }

    /** How many nodes only make shapes. */
    int arithmetic() {
        return arithmetic;
    }

    private boolean isFolded(InferredNode node) {
        List<ModelValue> outputs =
                node.node().outputs().stream().flatMap(Optional::stream).toList();
        return !outputs.isEmpty() && outputs.stream().allMatch(constants::isConstant);
    }

    private boolean isNeeded(InferredNode node) {
        boolean taken = node.node().outputs().stream()
                .flatMap(Optional::stream)
                .anyMatch(output -> needed.contains(output.number()));
        return taken || !node.outcome().work().multiplyAdds().equals(Formula.ZERO);
    }

    private void need(ModelValue value) {
        needed.add(model.resolved(value.number()));
    }

    private void needInputs(InferredNode node) {
        for (int input = 0; input < node.node().inputs().size(); input++) {
            Optional<ModelValue> value = node.node().inputs().get(input);
            if (value.isPresent() && !ContentInputs.has(node, input)) {
                need(value.get());
            }
        }
        node.node().attributes().regions().values().forEach(this::needTaken);
    }

    /** Regions take values of the regions around them. */
    private void needTaken(Region region) {
        for (ModelNode inner : region.nodes()) {
            inner.inputs().stream().flatMap(Optional::stream).forEach(this::need);
            inner.attributes().regions().values().forEach(this::needTaken);
        }
        region.outputs().forEach(this::need);
    }
}
