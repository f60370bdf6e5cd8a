package io.archmeter.onnx.network;

import io.archmeter.exec.Forward;
import io.archmeter.exec.NetworkInput;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.onnx.OnnxRuntimeModel;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every value of a network in an ONNX file beside what ONNX Runtime computes of the same inputs and weights.
 *
 * @param values their names; none where a layer has no kernel, or an extent is not known
 * @param differences what is not the same, in words
 */
record ValueComparison(List<String> values, List<String> differences) {
    private static final SeededWeights DRAWN = new SeededWeights(0);

    /** Sums in another order differ in their last bits, and more so after many layers. */
    private static final double TOLERANCE = 1e-4;

    static ValueComparison of(byte[] bytes, ModelFile file, Bindings bindings) {
        NamedGraph named = OnnxNetwork.named(file, bindings, false);
        if (!isComputed(named.graph())) {
            return new ValueComparison(List.of(), List.of());
        }
        List<float[]> inputs = NetworkInput.of(named.graph(), 0);
        Map<String, float[]> byName = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            byName.put(named.graph().inputValues().get(i).name(), inputs.get(i));
        }
        Map<String, OnnxRuntimeModel.Output> expected;
        try (OnnxRuntimeModel witness = OnnxRuntimeModel.of(new WitnessedModel(named, DRAWN).bytes(bytes), 1)) {
            expected = witness.run(byName);
        }
        List<String> values = List.copyOf(expected.keySet());
        List<Integer> numbers = values.stream().map(named.values()::get).toList();
        List<Tensor> outputs = run(withOutputs(named.graph(), numbers), inputs);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            compare(values.get(i), outputs.get(i), expected.get(values.get(i)), differences);
        }
        return new ValueComparison(values, differences);
    }

    private static boolean isComputed(Graph graph) {
        return graph.values().stream().allMatch(value -> value.shape().unknown().isEmpty())
                && graph.layers(false).stream().allMatch(Forward::computes);
    }

    private static Graph withOutputs(Graph graph, List<Integer> outputs) {
        return new Graph(
                graph.name(),
                graph.title(),
                graph.type(),
                graph.values(),
                graph.nodes(),
                graph.weights(),
                graph.inputs(),
                outputs,
                graph.notes(),
                graph.stored());
    }

    private static List<Tensor> run(Graph graph, List<float[]> inputs) {
        Graph floats = graph.withValuesOfOneType();
        Forward forward = new Forward(
                floats,
                MemoryPlanner.plan(NetworkFacts.of(floats, DType.FLOAT32), false),
                DRAWN,
                new Workers(1),
                new Forward.Options(false, false));
        return forward.run(inputs, observation -> {});
    }

    private static void compare(
            String value, Tensor found, OnnxRuntimeModel.Output expected, List<String> differences) {
        if (!found.shape().equals(expected.shape())) {
            differences.add(value + " is " + found.shape() + " and not " + expected.shape());
            return;
        }
        double largest = 0;
        for (float element : expected.elements()) {
            largest = Float.isFinite(element) ? Math.max(largest, Math.abs(element)) : largest;
        }
        for (int i = 0; i < found.elements(); i++) {
            float ours = found.data()[found.offset() + i];
            float theirs = expected.elements()[i];
            boolean same = Float.isFinite(theirs)
                    ? Math.abs(ours - theirs) <= TOLERANCE * largest
                    : Float.compare(ours, theirs) == 0;
            if (!same) {
                differences.add(value + " at " + i + " is " + ours + " and not " + theirs);
                return;
            }
        }
    }
}
