package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is constant in a model: the tensors of the file, and what is computed of nothing but these. Whatever runs a network computes that
 * once, before it runs.
 */
final class Folded {
    /** What is drawn anew each time. */
    private static final Set<String> RANDOM = Set.of(
            "Bernoulli", "Multinomial", "RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike");

    private final InferredModel model;
    private final Map<Integer, List<ModelValue>> roots = new HashMap<>();
    private final Set<Integer> scales = new HashSet<>();
    private final Set<Integer> biases = new HashSet<>();

    Folded(InferredModel model) {
        this.model = model;
        for (InferredNode node : model.nodes()) {
            addQuantization(node);
            if (isConstant(node)) {
                fold(node);
            }
        }
    }

    /** Whether a node computes the same at each run. */
    private boolean isConstant(InferredNode node) {
        boolean any = false;
        for (Optional<ModelValue> input : node.node().inputs()) {
            if (input.isPresent() && !isConstant(input.get())) {
                return false;
            }
            any |= input.isPresent();
        }
        return any
                && node.node().attributes().regions().isEmpty()
                && !RANDOM.contains(node.node().operator());
    }

    private void fold(InferredNode node) {
        Set<ModelValue> stored = new LinkedHashSet<>();
        boolean filled = node.node().operator().equals("ConstantOfShape");
        for (int input = 0; input < node.node().inputs().size(); input++) {
            Optional<ModelValue> value = node.node().inputs().get(input);
            if (value.isPresent() && !filled && !ContentInputs.has(node, input)) {
                stored.addAll(roots(value.get()));
            }
        }
        for (Optional<ModelValue> output : node.node().outputs()) {
            output.ifPresent(
                    value -> roots.put(value.number(), filled ? List.of(value) : List.copyOf(new ArrayList<>(stored))));
        }
    }

    private void addQuantization(InferredNode node) {
        for (int input = 0; input < node.node().inputs().size(); input++) {
            Optional<ModelValue> value = node.node().inputs().get(input);
            if (value.isEmpty() || !isConstant(value.get())) {
                continue;
            }
            Set<Integer> marked = QuantizationSlots.has(node.node(), input)
                    ? scales
                    : QuantizationSlots.isBias(node.node(), input) ? biases : new HashSet<>();
            roots(value.get()).forEach(root -> marked.add(model.resolved(root.number())));
        }
    }

    /** Whether a stored tensor is a scale or a zero point. */
    boolean isScale(ModelValue stored) {
        return scales.contains(model.resolved(stored.number()));
    }

    /** Whether a stored tensor is quantized, though its numbers have more than 8 bits. */
    boolean isQuantizedBias(ModelValue stored) {
        return biases.contains(model.resolved(stored.number()));
    }

    /** Whether a value is the same at each run. */
    boolean isConstant(ModelValue value) {
        int number = model.resolved(value.number());
        return model.model().constants().containsKey(number) || roots.containsKey(number);
    }

    /** The tensors that a constant is computed of: itself, where it is stored. */
    List<ModelValue> roots(ModelValue constant) {
        return roots.getOrDefault(model.resolved(constant.number()), List.of(constant));
    }

    /** Whether nothing is computed of a constant: it is stored as it is taken. */
    boolean isStored(ModelValue constant) {
        return roots(constant).equals(List.of(constant));
    }
}
