package io.archmeter.onnx.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Elements of weights are those that others see, as float32. */
class WeightsTest {
    @ParameterizedTest
    @MethodSource("io.archmeter.onnx.file.OnnxFiles#names")
    void weightsAreTheElementsInFloat32(String name) {
        ModelFile file = OnnxFiles.read(OnnxFiles.bytes(name), name);
        for (TensorMessage tensor : file.message().graph().orElseThrow().initializers()) {
            Optional<float[]> weights = file.weights(tensor);
            Optional<float[]> expected = file.elements(tensor).flatMap(WeightsTest::floats);
            assertThat(weights.isPresent()).as(tensor.name()).isEqualTo(expected.isPresent());
            weights.ifPresent(
                    elements -> assertThat(elements).as(tensor.name()).containsExactly(expected.orElseThrow()));
        }
    }

    private static Optional<float[]> floats(Elements elements) {
        double[] numbers = new double[0];
        if (elements instanceof Elements.Wholes wholes) {
            numbers = Arrays.stream(wholes.values()).asDoubleStream().toArray();
        } else if (elements instanceof Elements.Reals reals) {
            numbers = reals.values();
        }
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return elements instanceof Elements.Texts ? Optional.empty() : Optional.of(floats);
    }
}
