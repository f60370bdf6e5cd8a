package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
    private final Map<Integer, Roots> folded = new HashMap<>();
    private final Marked scales = new Marked();
    private final Marked biases = new Marked();

    Folded(InferredModel model) {
        this.model = model;
        for (InferredNode node : model.nodes()) {
            addQuantization(node);
            if (isConstant(node)) {
                fold(node);
            }
        }
    }

    /** Tensors of a kind, and where they were looked for. */
    private final class Marked {
        private final Set<Integer> numbers = new HashSet<>();
        private final Set<Roots> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        private void add(Roots roots) {
            Set<ModelValue> found = new HashSet<>();
            roots.addNew(found, seen);
            found.forEach(root -> numbers.add(model.resolved(root.number())));
        }

        private boolean has(ModelValue stored) {
            return numbers.contains(model.resolved(stored.number()));
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
        List<Roots> parts = new ArrayList<>();
        boolean filled = node.node().operator().equals("ConstantOfShape");
        for (int input = 0; input < node.node().inputs().size(); input++) {
            Optional<ModelValue> value = node.node().inputs().get(input);
            if (value.isPresent() && !filled && !ContentInputs.has(node, input)) {
                parts.add(known(value.get()));
            }
        }
        Roots stored = Roots.of(parts);
        for (Optional<ModelValue> output : node.node().outputs()) {
            output.ifPresent(value -> folded.put(value.number(), filled ? Roots.of(value) : stored));
        }
    }

    private void addQuantization(InferredNode node) {
        for (int input = 0; input < node.node().inputs().size(); input++) {
            Optional<ModelValue> value = node.node().inputs().get(input);
            if (value.isEmpty() || !isConstant(value.get())) {
                continue;
            }
            if (QuantizationSlots.has(node.node(), input)) {
                scales.add(known(value.get()));
            } else if (QuantizationSlots.isBias(node.node(), input)) {
                biases.add(known(value.get()));
            }
        }
    }

    /** Whether a stored tensor is a scale or a zero point. */
    boolean isScale(ModelValue stored) {
        return scales.has(stored);
    }

    /** Whether a stored tensor is quantized, though its numbers have more than 8 bits. */
    boolean isQuantizedBias(ModelValue stored) {
        return biases.has(stored);
    }

    /** Whether a value is the same at each run. */
    boolean isConstant(ModelValue value) {
        int number = model.resolved(value.number());
        return model.model().constants().containsKey(number) || folded.containsKey(number);
    }

    private Roots known(ModelValue constant) {
        Roots roots = folded.get(model.resolved(constant.number()));
        return roots == null ? Roots.of(constant) : roots;
    }

    /** The tensors that a constant is computed of: itself, where it is stored. */
    List<ModelValue> roots(ModelValue constant) {
        return known(constant).all();
    }

    /** The first of them; none where it is computed of shapes alone. */
    Optional<ModelValue> firstRoot(ModelValue constant) {
        return known(constant).first();
    }

    /** Whether nothing is computed of a constant: it is stored as it is taken. */
    boolean isStored(ModelValue constant) {
        return known(constant).are(constant);
    }
}
