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

    /** By operators that look rows up in tables: the inputs that have their numbers, and those that are the tables. */
    private static final Map<String, Map<Integer, Integer>> TABLES = Map.of(
            "Gather", Map.of(1, 0),
            "com.microsoft.EmbedLayerNormalization", Map.of(0, 2, 1, 4, 8, 3),
            "RotaryEmbedding", Map.of(3, 1),
            "com.microsoft.RotaryEmbedding", Map.of(1, 2));

    private final InferredModel model;
    private final Map<Integer, ModelValue> sources = new HashMap<>();
    private boolean searched;

    InputElements(InferredModel model) {
        this.model = model;
    }

    /** Looks for them once, and only where something is looked up. */
    private void findSources() {
        if (searched) {
            return;
        }
        searched = true;
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
        Set<ModelValue> inputs = new HashSet<>(model.model().main().inputs());
        for (InferredNode node : model.nodes()) {
            TABLES.getOrDefault(node.node().qualifiedOperator(), Map.of())
                    .forEach((numbers, table) -> lookUp(node, numbers, table, inputs, below));
        }
        return below;
    }

    private void lookUp(InferredNode node, int numbers, int table, Set<ModelValue> inputs, Map<String, Long> below) {
        if (has(node, numbers)
                && has(node, table)
                && node.inputs().get(table).orElseThrow() instanceof Fact.Tensor rows
                && rows.shape().unknown().isEmpty()) {
            findSources();
            ModelValue source = source(node.node().inputs().get(numbers).orElseThrow());
            if (inputs.contains(source)) {
                int axis = (int) node.node().attributes().whole("axis", 0);
                long count =
                        rows.shape().extent(Math.floorMod(axis, rows.shape().rank()));
                below.merge(source.name(), Math.max(1, count), Math::min);
            }
        }
    }

    private static boolean has(InferredNode node, int input) {
        return input < node.inputs().size() && node.inputs().get(input).isPresent();
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
