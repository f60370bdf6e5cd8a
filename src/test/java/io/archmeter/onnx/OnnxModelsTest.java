package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.spec.BundledModel;
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
    void everyLayerPutsOutThePredictedShape(String name) {
        Graph graph = Archmeter.load(name).graph();
        Map<String, Shape> predicted = new HashMap<>();
        graph.layers(false).forEach(node -> predicted.put(node.name(), node.output()));

        Map<String, Shape> seen = new HashMap<>();
        byte[] file = OnnxExport.of(graph).withEveryLayer().convert().toBytes();
        try (OnnxRuntimeModel model = OnnxRuntimeModel.of(file, 2)) {
            model.runOnZeros().forEach((layer, output) -> seen.put(layer, output.shape()));
        }
        assertThat(seen).isEqualTo(predicted);
    }
}
