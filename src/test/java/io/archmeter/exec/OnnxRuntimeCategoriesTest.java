package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.onnx.OnnxRuntimeModel;
import io.archmeter.op.Category;
import io.archmeter.weights.SeededInput;
import io.archmeter.weights.SeededWeights;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operator that takes an input, on random ones with random attributes, beside ONNX Runtime. */
class OnnxRuntimeCategoriesTest {
    private static final int MOST_NETWORKS = 50;
    private static final int LAYERS = 40;
    /** More than the cores of most machines, and than most of the small layers have tasks. */
    private static final Workers WORKERS = new Workers(7);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DECLARED", "WEIGHT"})
    void everyLayerPutsOutWhatOnnxRuntimeDoes(Category category) {
        Map<String, Integer> compared = new HashMap<>();
        int networks = networks(category);
        for (int number = 0; number < networks; number++) {
            long seed = 1000L * category.ordinal() + number;
            RandomNetwork network = new RandomNetwork(seed, category, LAYERS);
            try {
                compare(network, seed, category != Category.FUNCTION);
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError(category + ", seed " + seed + ": " + broken.getMessage(), broken);
            }
            network.cases().forEach(one -> compared.merge(one.kind(), 1, Integer::sum));
        }
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThanOrEqualTo(networks * LAYERS);
        assertThat(compared.keySet()).containsExactlyInAnyOrderElementsOf(RandomNetwork.kinds(category));
    }

    /** A category of one operator gives it hundreds of cases, one of many operators gives each some dozens. */
    private static int networks(Category category) {
        return Math.min(MOST_NETWORKS, 16 + 3 * RandomNetwork.kinds(category).size());
    }

    /** @param guarded whether a NaN ends the run; the roots and logarithms of negative numbers are some */
    private static void compare(RandomNetwork network, long seed, boolean guarded) {
        Graph given = network.graph();
        Value first = given.inputValues().get(0);
        float[] input = SeededInput.draw(
                seed, first.name(), first.type(), Math.toIntExact(first.shape().elements()));
        Graph graph = given.withValuesOfOneType();
        Forward forward = new Forward(
                graph,
                MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false),
                new SeededWeights(seed),
                WORKERS,
                new Forward.Options(false, guarded));
        Map<Integer, Shape> shapes = new HashMap<>();
        Tensor output = forward.run(input, seen -> {
            List<Integer> values = graph.nodes().get(seen.node()).outputs();
            for (int slot = 0; slot < values.size(); slot++) {
                shapes.put(values.get(slot), seen.outputs().get(slot));
            }
        });
        byte[] model = OnnxExport.of(NetworkFacts.of(given, DType.FLOAT32))
                .withWeights(new SeededWeights(seed))
                .withEveryLayer()
                .convert()
                .toBytes();
        try (OnnxRuntimeModel runtime = OnnxRuntimeModel.of(model, 1)) {
            Map<String, OnnxRuntimeModel.Output> expected = runtime.run(input);
            int begin = output.offset();
            for (RandomNetwork.Case one : network.cases()) {
                OnnxRuntimeModel.Output layer = expected.get(one.name());
                assertThat(shapes.get(one.number())).as(one.text()).isEqualTo(layer.shape());
                int end = begin + layer.elements().length;
                Agreement.require(one.text(), layer.elements(), Arrays.copyOfRange(output.data(), begin, end));
                begin = end;
            }
        }
    }
}
