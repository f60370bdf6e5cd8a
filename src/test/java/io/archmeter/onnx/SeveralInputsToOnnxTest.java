package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.exec.Forward;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.DType;
import io.archmeter.problem.ProblemException;
import io.archmeter.weights.SeededInput;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks with several inputs, outputs and shared weights, in ONNX Runtime. */
class SeveralInputsToOnnxTest {
    private static final Model TOWERS = WrittenModel.of("""
            inputs: {left: [3, 8, 8], right: [3, 8, 8]}
            blocks:
              tower:
                layers:
                  conv: {conv: 4, kernel: 3}
                  norm: batchnorm
            layers:
              one: tower
              two: {tower: , from: right, weights: one}
              difference: {multiply: , from: [one, two]}
            outputs: [difference, one, two]
            """);

    @Test
    void theyComputeWhatWeDo() {
        int elements = 3 * 8 * 8;
        List<float[]> inputs = List.of(SeededInput.draw(1, elements), SeededInput.draw(2, elements));
        Forward forward = new Forward(
                TOWERS.graph(),
                TOWERS.memory(DType.FLOAT32, false),
                new SeededWeights(0),
                Workers.onCores(1),
                new Forward.Options(false, true));
        List<Tensor> expected = forward.run(inputs, seen -> {});

        Map<String, OnnxRuntimeModel.Output> found;
        byte[] file = TOWERS.onnx().withWeights(new SeededWeights(0)).convert().toBytes();
        try (OnnxRuntimeModel onnx = OnnxRuntimeModel.of(file, 1)) {
            found = onnx.run(Map.of("left", inputs.get(0), "right", inputs.get(1)));
        }

        assertThat(found.keySet()).containsExactly("difference", "one.norm", "two.norm");
        List<OnnxRuntimeModel.Output> outputs = new ArrayList<>(found.values());
        for (int i = 0; i < expected.size(); i++) {
            Tensor tensor = expected.get(i);
            float[] elementsOfOnnx = outputs.get(i).elements();
            assertThat(elementsOfOnnx).hasSize(tensor.elements());
            for (int j = 0; j < elementsOfOnnx.length; j++) {
                assertThat(elementsOfOnnx[j]).isCloseTo(tensor.data()[tensor.offset() + j], within(1e-4f));
            }
        }
    }

    /** conv's weight and bias and four tensors of batchnorm, beside the two inputs: the second tower takes the same. */
    @Test
    void aSharedWeightIsOneInput() {
        try (OnnxRuntimeModel onnx = OnnxRuntimeModel.of(TOWERS.onnx().convert().toBytes(), 1)) {
            assertThat(onnx.inputs().keySet())
                    .containsExactlyInAnyOrder(
                            "left",
                            "right",
                            "one.conv.weight",
                            "one.conv.bias",
                            "one.norm.weight",
                            "one.norm.bias",
                            "one.norm.running_mean",
                            "one.norm.running_var");
        }
    }

    @Test
    void anInputKeepsItsType() throws Exception {
        byte[] file = WrittenModel.of("""
                inputs: {tokens: {shape: [77], dtype: int64}}
                layers: {same: identity}
                """).onnx().convert().toBytes();
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file)) {
            TensorInfo in = (TensorInfo) session.getInputInfo().get("tokens").getInfo();
            TensorInfo out = (TensorInfo) session.getOutputInfo().get("same").getInfo();
            assertThat(in.type).isEqualTo(OnnxJavaType.INT64);
            assertThat(out.type).isEqualTo(OnnxJavaType.INT64);
        }
    }

    @Test
    void aTypeThatTheFormatLacksIsAProblem() {
        OnnxExport export = WrittenModel.of("""
                inputs: {mask: {shape: [8], dtype: uint4}}
                layers: [identity]
                """).onnx();

        assertThatThrownBy(export::convert)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[cannot-convert] mask: uint4 is not in the version of ONNX that is written");
    }
}
