package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.onnx.OnnxRuntimeModel;
import io.archmeter.weights.SeededInput;
import io.archmeter.weights.SeededWeights;
import io.archmeter.weights.WeightSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every model that comes with the tool beside ONNX Runtime, with the same weights and input. The input is small: layers, weights and
 * wiring are those of the full one, at which {@link io.archmeter.verify.BundledModelsTest} and
 * {@link io.archmeter.onnx.OnnxModelsTest} run each layer.
 */
@Tag("vectors")
class OnnxRuntimeModelsTest {
    private static final long SEED = 7;
    private static final int THREADS = 2;
    private static final Workers WORKERS = new Workers(THREADS);
    private static final WeightSource WEIGHTS = new SeededWeights(SEED);

    @ParameterizedTest
    @MethodSource("io.archmeter.BundledModels#names")
    void aModelPutsOutWhatOnnxRuntimeDoes(String name) {
        Graph graph = BundledModels.small(name).graph();
        float[] input = SeededInput.draw(SEED, Math.toIntExact(graph.input().elements()));
        Map<String, Shape> shapes = new LinkedHashMap<>();
        float[] output = run(graph, input, shapes);
        byte[] file = OnnxExport.of(NetworkFacts.of(graph, DType.FLOAT32))
                .withEveryLayer()
                .convert()
                .toBytes();
        try (OnnxRuntimeModel runtime = OnnxRuntimeModel.of(file, THREADS)) {
            Map<String, OnnxRuntimeModel.Output> expected = runtime.run(input, WEIGHTS);
            Map<String, Shape> expectedShapes = new LinkedHashMap<>();
            expected.forEach((layer, found) -> expectedShapes.put(layer, found.shape()));
            assertThat(shapes).isEqualTo(expectedShapes);
            String last = graph.lastNode().name();
            Agreement.require(name, expected.get(last).elements(), output);
        }
    }

    private static float[] run(Graph graph, float[] input, Map<String, Shape> shapes) {
        Forward forward = new Forward(
                graph,
                MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false),
                WEIGHTS,
                WORKERS,
                new Forward.Options(false, true));
        Tensor output = forward.run(
                input, seen -> shapes.put(graph.nodes().get(seen.node()).name(), seen.output()));
        return Arrays.copyOfRange(output.data(), output.offset(), output.end());
    }
}
