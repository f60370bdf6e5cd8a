package io.archmeter.spec.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.facts.Cost;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.ProblemException;
import io.archmeter.spec.load.ModelSources;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says and a network as people write it does not: how it stands in a spec, and what it costs there. */
class WordsOfFilesTest {
    /** It leaves open how long its sequence is. */
    private static final String OPEN = "trap_causal_mask";

    private static String yaml(Model model) throws IOException {
        StringWriter out = new StringWriter();
        model.spec("a test", "").writeYaml(out);
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The inputs of these have no batch: the first of two fixes its axis to 2, the second has 24 elements
                // and no more.
                "trap_convinteger_matmulinteger | q: {shape: [2, 5, 4], dtype: uint8, batch: false}",
                "trap_constant_forms            | x: {shape: [24], batch: false}",
                "trap_strings                   | s: {shape: [1], dtype: string, batch: false}",
                // Range and ConstantOfShape of what is known take nothing.
                "trap_causal_mask               | r: {custom: Range, output: [6], dtype: int64, batch: true, parameters: 0, multiply_adds: 0, saved: unknown, from: []}",
                // DequantizeLinear is part of the weight.
                "trap_qdq_conv                  | stored: {weight: {w: [5, 4, 3, 3, int8], ws: [5, constant], wz: [5, int8, constant]}, bias: {b: [5, int32], bs: [constant]}}",
                "trap_qlinearconv               | w: [5, 4, 3, 3, int8]",
                // Nobody takes the first output of the file.
                "trap_deform_grid_roi           | unused: true"
            })
    void stands(String file, String words) throws IOException {
        Model model = new Model(ModelSources.ofFiles()
                .graph(
                        Path.of("src/test/resources/onnx", file + ".onnx").toString(),
                        LoadOptions.DEFAULT.binding(file.equals(OPEN) ? Map.of("seq", "6") : Map.of(), false)));
        assertThat(yaml(model)).contains(words);
    }

    private static Cost cost(String spec) {
        return WrittenModel.of(spec).analyze().total();
    }

    /** By hand: 5*4*3*3 numbers of one byte, 5 scales of four, 5 biases of four; of these the weights and biases are parameters. */
    @Test
    void tensorsCountAsTheyAreStored() {
        Cost cost = cost("""
                input: [4, 6, 6]
                layers:
                  y:
                    conv: 5
                    kernel: 3
                    stored: {weight: {w: [5, 4, 3, 3, int8], scale: [5, constant]}}
                """);
        assertThat(cost.parameters()).isEqualTo(180 + 5);
        assertThat(cost.weightBytes()).isEqualTo(180 + 20 + 20);
        assertThat(cost.multiplyAdds()).isEqualTo(5 * 4 * 4 * 4 * 9);
    }

    /** By hand: a table of 6 numbers, that two layers take, is there once. */
    @Test
    void aLayerTakesATensorForItsWeight() {
        assertThat(cost("""
                        input: [2, 3]
                        layers:
                          table: {parameter: [3, 2], batch: false}
                          product: {matmul: , from: [input, table]}
                          back: {linear: 3, bias: false, from: product, weights: {weight: table}}
                        """).parameters()).isEqualTo(6);
    }

    /** A batch is for inputs that have one: 2 samples of 3, and 5 numbers for both. */
    @Test
    void anInputWithoutABatchStaysAsItIs() {
        Model model = WrittenModel.of("""
                inputs:
                  x: [3]
                  state: {shape: [5], batch: false}
                  more: {shape: [], batch: false, unused: true}
                layers: [{relu: , from: state}, {relu: , from: x}]
                outputs: ['0', '1']
                """, LoadOptions.DEFAULT.withBatch(2));
        assertThat(model.graph().inputShapes()).extracting(Object::toString).containsExactly("2x3", "5", "");
    }

    /** A constant with more axes than the input gives it one in front: what is cut out of that afterwards is seen. */
    @Test
    void aConstantMayHaveMoreAxesThanTheInput() {
        assertThat(cost("""
                        inputs: {x: {shape: [5, 8], batch: false}}
                        layers:
                          k: {parameter: [1, 5, 8], batch: false}
                          sum: {add: , from: [x, k]}
                          halves: {split: 2, axis: 2}
                        """).parameters()).isEqualTo(40);
    }

    @Test
    void anInputThatIsPutOutIsRefused() {
        Model model = WrittenModel.of("input: [3]\nlayers: [relu]\n");
        Model passing = new Model(new Graph(
                "passing",
                "",
                model.graph().type(),
                model.graph().values(),
                model.graph().nodes(),
                model.graph().weights(),
                model.graph().inputs(),
                List.of(1, 0)));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> yaml(passing))
                .withMessageContaining("the network puts out its input as it is");
    }
}
