package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.exec.kernel.Tensor;
import io.archmeter.exec.kernel.Workers;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.onnx.OnnxRuntimeModel;
import io.archmeter.spec.BundledModel;
import io.archmeter.weights.SeededInput;
import io.archmeter.weights.SeededWeights;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that comes with the tool, at its full input size, beside ONNX Runtime with the same weights and input. */
class OnnxRuntimeModelsTest {
    private static final long SEED = 7;
    private static final int THREADS = 2;

    @TempDir
    private Path folder;

    static Stream<String> models() {
        return Archmeter.bundled().stream().map(BundledModel::name);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelPutsOutWhatOnnxRuntimeDoes(String name) throws IOException {
        Graph graph = Archmeter.load(name).graph();
        float[] input = SeededInput.draw(SEED, Math.toIntExact(graph.input().elements()));
        Map<String, Shape> shapes = new LinkedHashMap<>();
        float[] output = run(graph, input, shapes);
        try (OnnxRuntimeModel runtime = OnnxRuntimeModel.of(written(graph), THREADS)) {
            Map<String, OnnxRuntimeModel.Output> expected = runtime.run(input);
            Map<String, Shape> expectedShapes = new LinkedHashMap<>();
            expected.forEach((layer, found) -> expectedShapes.put(layer, found.shape()));
            assertThat(shapes).isEqualTo(expectedShapes);
            String last = graph.nodes().get(graph.output()).name();
            Agreement.require(name, expected.get(last).elements(), output);
        }
    }

    private static float[] run(Graph graph, float[] input, Map<String, Shape> shapes) {
        Forward forward = new Forward(
                graph,
                MemoryPlanner.plan(graph, DType.FLOAT32, false),
                new SeededWeights(SEED),
                new Workers(THREADS),
                new Forward.Options(false, true));
        Tensor output = forward.run(
                input, seen -> shapes.put(graph.nodes().get(seen.node()).name(), seen.output()));
        return Arrays.copyOfRange(output.data(), output.offset(), output.end());
    }

    /** In a file, which takes no memory from Java. */
    private Path written(Graph graph) throws IOException {
        Path file = folder.resolve("model.onnx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            OnnxExport.of(graph)
                    .withWeights(new SeededWeights(SEED))
                    .withEveryLayer()
                    .convert()
                    .writeTo(out);
        }
        return file;
    }
}
