package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.spec.BundledModel;
import io.archmeter.weights.SeededInput;
import io.archmeter.weights.SeededWeights;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that comes with the tool, in ONNX Runtime. */
class OnnxModelsTest {
    static Stream<String> models() {
        return Archmeter.bundled().stream().map(BundledModel::name);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyLayerPutsOutWhatWasPredicted(String name) {
        Graph graph = Archmeter.load(name).graph();
        byte[] model = OnnxExport.of(graph)
                .withWeights(new SeededWeights(0))
                .withEveryLayer()
                .convert()
                .toBytes();
        try (OnnxRuntimeModel runtime = OnnxRuntimeModel.of(model, 2)) {
            float[] input = SeededInput.draw(1, Math.toIntExact(graph.input().elements()));
            Map<String, Shape> shapes = new HashMap<>();
            runtime.run(input).forEach((layer, output) -> shapes.put(layer, output.shape()));
            Map<String, Shape> predicted = new HashMap<>();
            graph.layers(false).forEach(node -> predicted.put(node.name(), node.output()));
            assertThat(shapes).isEqualTo(predicted);
        }
    }
}
