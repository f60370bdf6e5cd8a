package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.WrittenModel;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.weights.WeightSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole numbers and truth values go through layers of ONNX Runtime as they do through PyTorch's; what it does not take is refused. */
class OtherTypesToOnnxTest {
    /** Rows 1 to 3 of a table of one element each. */
    private static final WeightSource COUNTING = (layer, tensor, extents) -> new float[] {1, 2, 3};

    private static float[] run(String type, String layer, float... input) {
        byte[] file = WrittenModel.of("inputs: {x: {shape: [" + input.length + "], dtype: " + type + "}}\nlayers: {y: "
                        + layer + "}\n")
                .onnx()
                .withWeights(COUNTING)
                .convert()
                .toBytes();
        try (OnnxRuntimeModel model = OnnxRuntimeModel.of(file, 1)) {
            return model.run(Map.of("x", input)).get("y").elements();
        }
    }

    /** {@code F.pad(torch.tensor([[7, 8]], dtype=…), (1, 1), value=2)}, and of truth values by 1. */
    @ParameterizedTest
    @CsvSource({"int64, 2", "int32, 2", "int8, 2", "uint8, 2"})
    void theConstantOfAPaddingHasTheTypeOfWhatIsPadded(String type, int value) {
        assertThat(run(type, "{pad: 1, axes: 1, value: " + value + "}", 7, 8)).containsExactly(2, 7, 8, 2);
    }

    @Test
    void truthValuesArePaddedWithThem() {
        assertThat(run("bool", "{pad: 1, axes: 1, value: 1}", 0, 0)).containsExactly(1, 0, 0, 1);
        assertThat(run("bool", "{pad: 1, axes: 1}", 1, 1)).containsExactly(0, 1, 1, 0);
    }

    /** Of three of them, as {@code torch.maximum} and {@code torch.minimum} do it one after the other. */
    @Test
    void theLargestOfTruthValuesIsOneOfThemAndTheSmallestAll() {
        assertThat(ofThree("bool", "maximum", 0, 1, 0)).containsExactly(1);
        assertThat(ofThree("bool", "minimum", 1, 1, 0)).containsExactly(0);
        assertThat(ofThree("bool", "multiply", 1, 1, 1)).containsExactly(1);
        assertThat(ofThree("bool", "multiply", 1, 0, 1)).containsExactly(0);
    }

    /** Numbers for which operators of ONNX have no form of their own before its version of 2021. */
    @ParameterizedTest
    @CsvSource({"int8", "uint8", "int16", "int32", "int64"})
    void wholeNumbersAreAddedMultipliedAndCompared(String type) {
        assertThat(ofThree(type, "add", 2, 3, 4)).containsExactly(9);
        assertThat(ofThree(type, "multiply", 2, 3, 4)).containsExactly(24);
        assertThat(ofThree(type, "maximum", 2, 5, 4)).containsExactly(5);
        assertThat(ofThree(type, "minimum", 2, 5, 4)).containsExactly(2);
    }

    @Test
    void wholeNumbersAreSubtracted() {
        byte[] file = WrittenModel.of("""
                inputs: {a: {shape: [1], dtype: uint8}, b: {shape: [1], dtype: uint8}}
                layers: {y: {sub: , from: [a, b]}}
                """).onnx().convert().toBytes();
        try (OnnxRuntimeModel model = OnnxRuntimeModel.of(file, 1)) {
            assertThat(model.run(Map.of("a", new float[] {200}, "b", new float[] {50}))
                            .get("y")
                            .elements())
                    .containsExactly(150);
        }
    }

    private static float[] ofThree(String type, String kind, float a, float b, float c) {
        String one = "{shape: [1], dtype: " + type + "}";
        byte[] file = WrittenModel.of("inputs: {a: " + one + ", b: " + one + ", c: " + one + "}\n" + "layers: {y: {"
                        + kind + ": , from: [a, b, c]}}\n")
                .onnx()
                .convert()
                .toBytes();
        try (OnnxRuntimeModel model = OnnxRuntimeModel.of(file, 1)) {
            return model.run(Map.of("a", new float[] {a}, "b", new float[] {b}, "c", new float[] {c}))
                    .get("y")
                    .elements();
        }
    }

    /** Rows of 1, 2 and 3, of which the one of 2 stands for nothing: 1 + 3, and by hand 4 / 2 and 3. */
    @ParameterizedTest
    @CsvSource({"int32, sum, 4", "int64, sum, 4", "int32, mean, 2", "int64, max, 3"})
    void indicesOfEitherTypeAreComparedWithThatOfThePadding(String type, String mode, float expected) {
        String bag = "{embeddingbag: 3, embedding_dim: 1, mode: " + mode + ", padding_idx: 1}";
        assertThat(run(type, bag, 0, 1, 2)).containsExactly(expected);
    }

    /** As PyTorch 2.13 puts it out: zeros for the first query, which sees neither key, and the second value for the second one. */
    @Test
    void aQueryThatSeesNoKeyGetsNothing() {
        byte[] file = WrittenModel.of("""
                inputs: {x: [2, 1], mask: {shape: [2, 2], dtype: bool}}
                layers: {y: {attention: , attn_mask: true, from: [x, mask]}}
                """).onnx().convert().toBytes();
        try (OnnxRuntimeModel model = OnnxRuntimeModel.of(file, 1)) {
            float[] elements = model.run(Map.of("x", new float[] {3, 7}, "mask", new float[] {0, 0, 0, 1}))
                    .get("y")
                    .elements();
            assertThat(elements).containsExactly(0, 7);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{buffer: 2, dtype: float16} | it is stored as float16, and real numbers are written as float32",
                "{buffer: 2, dtype: float64} | it is stored as float64, and real numbers are written as float32",
                "{buffer: 2, dtype: float8_e5m2} | it is stored as float8_e5m2, and real numbers are written as float32",
                "{pad: 1, axes: 1}           | it pads elements of int16, and ONNX Runtime pads none",
            })
    void whatIsNotTakenIsAProblemOfTheLayer(String layer, String fact) {
        var export = WrittenModel.of(
                        "inputs: {x: {shape: [2], dtype: int16}}\nlayers: {y: " + layer + "}\noutputs: [y]\n")
                .onnx();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(export::convert)
                .satisfies(said -> assertThat(said.problems())
                        .extracting(Problem::code, Problem::layer, Problem::fact)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("cannot-convert", "y", fact)));
    }
}
