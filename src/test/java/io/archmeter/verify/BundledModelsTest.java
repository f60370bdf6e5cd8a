package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.EachLayer;
import io.archmeter.exec.Agreement;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.onnx.OnnxRuntimeModel;
import io.archmeter.op.Embedding;
import io.archmeter.weights.DrawnOnce;
import io.archmeter.weights.SeededInput;
import io.archmeter.weights.WeightSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every model that comes with the tool: each layer that one of them has at its full input, where {@link io.archmeter.onnx.OnnxModelsTest}
 * runs it in ONNX Runtime, and the weights and wiring of all at a small input.
 */
@Tag("vectors")
class BundledModelsTest {
    /** VGG-11 has fewer. To draw more, twice, here and for ONNX Runtime, takes longer than all that is computed with them. */
    private static final long MOST_PARAMETERS = 133_000_000;

    /**
     * So deep, and with gates that multiply, that a last bit grows to the size of the output: with these weights on 3×32×32, ONNX
     * Runtime 1.30 differs from itself by 0.73 of the largest element of {@code efficientnet_v2_s} where it fuses no nodes.
     */
    private static final Set<String> WITHOUT_A_VALUE =
            Set.of("efficientnet_b7", "efficientnet_v2_s", "efficientnet_v2_m", "maxvit_t", "regnet_y_1_6gf");

    private static final Verifier.Options OPTIONS = new Verifier.Options(7, 1, false, false);

    @ParameterizedTest
    @MethodSource("io.archmeter.EachLayer#models")
    void whatIsPredictedOfEachLayerIsObserved(String model) {
        requireProof(Verifier.verify(
                NetworkFacts.of(EachLayer.graph(model), DType.FLOAT32), Verifier.Options.DEFAULT, Progress.NONE));
    }

    static Stream<String> modelsThatFit() {
        return BundledModels.names().stream()
                .filter(name -> BundledModels.costs(name).total().parameters() <= MOST_PARAMETERS);
    }

    @ParameterizedTest
    @MethodSource("modelsThatFit")
    void whatIsPredictedIsObservedAndAModelPutsOutWhatOnnxRuntimeDoes(String name) {
        NetworkFacts network = NetworkFacts.of(BundledModels.small(name).graph(), DType.FLOAT32);
        WeightSource weights = new DrawnOnce(OPTIONS.seed());
        List<float[]> outputs = new ArrayList<>();

        requireProof(Verifier.verify(network, OPTIONS, weights, Progress.NONE, outputs::addAll));

        requireAgreement(network, weights, outputs);
    }

    private static void requireProof(Verification verification) {
        assertThat(verification.differing()).isEmpty();
        assertThat(verification.equal()).isTrue();
    }

    /** That all shapes are as predicted has been proved. */
    private static void requireAgreement(NetworkFacts network, WeightSource weights, List<float[]> outputs) {
        Graph graph = network.graph();
        Map<String, Shape> shapes = new HashMap<>();
        graph.layers(false).stream()
                .filter(node -> !graph.inputsOf(node).isEmpty())
                .flatMap(node -> graph.valuesOf(node).stream())
                .forEach(value -> shapes.put(value.name(), value.shape()));
        Map<String, float[]> inputs = new HashMap<>();
        graph.inputs().forEach(input -> inputs.put(graph.values().get(input).name(), drawn(graph, input)));
        byte[] file = OnnxExport.of(network).withEveryLayer().convert().toBytes();
        try (OnnxRuntimeModel runtime = OnnxRuntimeModel.of(file, OPTIONS.threads())) {
            Map<String, OnnxRuntimeModel.Output> expected = runtime.run(inputs, weights);
            Map<String, Shape> expectedShapes = new HashMap<>();
            expected.forEach((layer, found) -> expectedShapes.put(layer, found.shape()));
            // What a file calls a weight is not the name of the layer that it is here.
            assertThat(expectedShapes).containsAllEntriesOf(shapes);
            if (!WITHOUT_A_VALUE.contains(graph.name())) {
                List<Value> values = graph.outputValues();
                assertThat(outputs).hasSameSizeAs(values);
                for (int i = 0; i < outputs.size(); i++) {
                    String value = values.get(i).name();
                    Agreement.require(value, expected.get(value).elements(), outputs.get(i));
                }
            }
        }
    }

    /** As the verifier draws it; for an index beyond a table that of the row that kernels take, because ONNX Runtime takes none. */
    private static float[] drawn(Graph graph, int input) {
        Value value = graph.values().get(input);
        int elements = Math.toIntExact(value.shape().elements());
        float[] drawn = SeededInput.draw(OPTIONS.seed(), value.name(), value.type(), elements);
        for (Node node : graph.layers(false)) {
            if (node.op() instanceof Embedding table && node.inputs().contains(Operand.value(input))) {
                for (int i = 0; i < elements; i++) {
                    drawn[i] %= table.embeddings();
                }
            }
        }
        return drawn;
    }
}
