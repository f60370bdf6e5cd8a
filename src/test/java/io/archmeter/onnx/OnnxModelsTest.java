package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.EachLayer;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every layer of the models that come with the tool, at its full input, in ONNX Runtime. {@link io.archmeter.verify.BundledModelsTest}
 * runs every model.
 */
class OnnxModelsTest {
    @ParameterizedTest
    @MethodSource("io.archmeter.EachLayer#models")
    void everyLayerPutsOutThePredictedShape(String model) {
        Graph graph = EachLayer.graph(model);
        Map<String, Shape> predicted = new HashMap<>();
        graph.layers(false).stream()
                .flatMap(node -> graph.valuesOf(node).stream())
                .forEach(value -> predicted.put(value.name(), value.shape()));

        byte[] file = OnnxExport.of(NetworkFacts.of(graph, DType.FLOAT32))
                .withEveryLayer()
                .convert()
                .toBytes();
        try (OnnxRuntimeModel runtime = OnnxRuntimeModel.of(file, 2)) {
            assertThat(runtime.shapesOnZeros()).isEqualTo(predicted);
        }
    }
}
