package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the inputs of a network may hold: numbers of rows, where a table is looked up by them, or what somebody has said. */
final class InputElements {
    /** Those whose output holds nothing but elements of their first input. */
    private static final Set<String> PASSING =
            Set.of("Cast", "Expand", "Flatten", "Identity", "Reshape", "Slice", "Squeeze", "Transpose", "Unsqueeze");

    private final InferredModel model;
    private final Map<Integer, ModelValue> sources = new HashMap<>();

    InputElements(InferredModel model) {
        this.model = model;
    }

    private void findSources() {
        for (InferredNode node : model.nodes()) {
            if (node.node().domain().isEmpty() && PASSING.contains(node.node().operator())) {
                node.node()
                        .inputs()
                        .get(0)
                        .ifPresent(from -> node.node().outputs().stream()
                                .flatMap(Optional::stream)
                                .forEach(value -> sources.put(value.number(), from)));
            }
        }
    }

    /** The elements of inputs that are said, by the names of the inputs. */
    Map<String, List<Double>> said() {
        Map<String, List<Double>> said = new LinkedHashMap<>();
        for (ModelValue input : model.model().main().inputs()) {
            if (model.facts().get(input.number()) instanceof Fact.Tensor tensor) {
                OnnxOperators.numbers(tensor).ifPresent(elements -> said.put(input.name(), elements));
            }
        }
        return said;
    }

    /**
     * How many rows the tables have that are looked up by inputs, by the names of the inputs; masks have two values, and nothing but their
     * names tells them.
     */
    Map<String, Long> below() {
        Map<String, Long> below = new LinkedHashMap<>();
        for (ModelValue input : model.model().main().inputs()) {
            if (input.name().toLowerCase(Locale.ROOT).contains("mask")) {
                below.put(input.name(), 2L);
            }
        }
        List<InferredNode> tables = model.nodes().stream()
                .filter(node -> node.node().operator().equals("Gather") && isKnown(node))
                .toList();
        if (!tables.isEmpty()) {
            findSources();
        }
        Set<ModelValue> inputs = new HashSet<>(model.model().main().inputs());
        for (InferredNode node : tables) {
            ModelValue indices = source(node.node().inputs().get(1).orElseThrow());
            if (inputs.contains(indices)) {
                below.merge(indices.name(), rows(node), Math::min);
            }
        }
        return below;
    }

    private static boolean isKnown(InferredNode node) {
        return node.inputs().size() > 1
                && node.inputs().get(1).isPresent()
                && node.inputs().get(0).orElse(null) instanceof Fact.Tensor table
                && table.shape().unknown().isEmpty();
    }

    private static long rows(InferredNode node) {
        Fact.Tensor table = (Fact.Tensor) node.inputs().get(0).orElseThrow();
        int axis = (int) node.node().attributes().whole("axis", 0);
        return Math.max(
                1, table.shape().extent(Math.floorMod(axis, table.shape().rank())));
    }

    /** Whoever goes a way does not go through all of it again: each value on it has the source at once then. */
    private ModelValue source(ModelValue value) {
        List<Integer> passed = new ArrayList<>();
        ModelValue source = value;
        int number = model.resolved(source.number());
        while (sources.containsKey(number)) {
            passed.add(number);
            source = sources.get(number);
            number = model.resolved(source.number());
        }
        for (int before : passed) {
            sources.put(before, source);
        }
        return source;
    }
}
