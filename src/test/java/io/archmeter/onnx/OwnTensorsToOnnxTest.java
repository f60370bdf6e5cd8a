package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.exec.Forward;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.weights.SeededInput;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights that are tensors of their own, and rows that are taken of them, in ONNX Runtime. */
class OwnTensorsToOnnxTest {
    /** Tables and indices with a batch, without one, and both with one. */
    private static final Model TABLES = WrittenModel.of("""
            input: [6, 4]
            layers:
              factor: {parameter: [6, 1]}
              scaled: {multiply: , from: [input, factor]}
              table: {parameter: [9, 4], batch_axis: true}
              index: {buffer: [5, 2], dtype: int64, below: 9}
              one: {take: , from: [table, index]}
              places: {buffer: [3], dtype: int32, below: 6}
              same: {take: , from: [scaled, places]}
              each: {expand: [-1], from: [places, input]}
              own: {take: , from: [scaled, each]}
              mean: {mean: , axes: [1, 2], from: one}
              sum: {add: , from: [same, own, mean]}
            outputs: [sum, one]
            """, new LoadOptions(2, Optional.empty(), Map.of()));

    /** Masks for all heads and for each, added, and of keys that are seen; with this seed, each query sees one. */
    private static final Model MASKS = WrittenModel.of("""
            input: [6, 4]
            layers:
              keys: {linear: 2}
              bias: {parameter: [2, 6, 6]}
              biased: {attention: 2, attn_mask: true, from: [input, keys, keys, bias]}
              all: {parameter: [6, 6], batch_axis: true}
              added: {multiheadattention: 2, attn_mask: true, from: [biased, all]}
              seen: {buffer: [6, 6], dtype: bool, below: 2}
              hidden: {attention: , attn_mask: true, from: [added, seen]}
            """, new LoadOptions(2, Optional.empty(), Map.of()));

    static List<Model> models() {
        return List.of(TABLES, MASKS);
    }

    @ParameterizedTest
    @MethodSource("models")
    void theyComputeWhatWeDo(Model model) {
        float[] input = SeededInput.draw(1, 2 * 6 * 4);
        Graph graph = model.graph().withValuesOfOneType();
        Forward forward = new Forward(
                graph,
                MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false),
                new SeededWeights(0),
                Workers.onCores(1),
                new Forward.Options(false, true));
        List<Tensor> expected = forward.run(List.of(input), seen -> {});

        byte[] file = model.onnx().withWeights(new SeededWeights(0)).convert().toBytes();
        List<OnnxRuntimeModel.Output> found;
        try (OnnxRuntimeModel onnx = OnnxRuntimeModel.of(file, 1)) {
            found = new ArrayList<>(onnx.run(input).values());
        }

        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Tensor tensor = expected.get(i);
            assertThat(found.get(i).shape()).isEqualTo(tensor.shape());
            for (int j = 0; j < tensor.elements(); j++) {
                assertThat(found.get(i).elements()[j]).isCloseTo(tensor.data()[tensor.offset() + j], within(1e-5f));
            }
        }
    }

    /** The names of the layers, as in PyTorch's state_dict. */
    @Test
    void aWeightHasTheNameOfItsLayer() {
        try (OnnxRuntimeModel onnx = OnnxRuntimeModel.of(TABLES.onnx().convert().toBytes(), 1)) {
            assertThat(onnx.inputs().keySet()).containsExactlyInAnyOrder("input", "factor", "table", "index", "places");
        }
    }
}
