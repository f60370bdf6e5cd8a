package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.Archmeter;
import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.problem.ProblemException;
import io.archmeter.weights.SeededWeights;
import io.archmeter.weights.ZeroWeights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole files, read back by a library that had no part in writing them. */
class OnnxFileTest {
    private static final Graph SMALL = WrittenModel.of("""
            title: A small one
            input: [3, 4, 4]
            layers:
              conv: {conv: 2, kernel: 3, padding: 1}
              bn: batchnorm
              pool: globalavgpool
              flatten: flatten
              fc: {linear: 5}
            heads:
              aux: {from: conv, layers: [flatten, {linear: 5}]}
            """).graph();

    private static final SeededWeights WEIGHTS = new SeededWeights(3);

    private static ReadModel read(OnnxExport export) {
        return ReadModel.of(export.convert().toBytes());
    }

    @Test
    void aModelSaysWhatItIs() {
        ReadModel model =
                read(OnnxExport.of(NetworkFacts.of(SMALL, DType.FLOAT32)).withWeights(WEIGHTS));
        assertThat(model.get("ir_version")).isEqualTo(7L);
        assertThat(model.get("opset_import")).asString().isEqualToIgnoringWhitespace("[version: 13]");
        assertThat(model.get("producer_name")).isEqualTo("archmeter");
        assertThat(model.graph().toString()).contains("doc_string: \"A small one\"");
    }

    @Test
    void layersAreNodesByTheirPathsAndHeadsAreLeftOut() {
        assertThat(read(OnnxExport.of(NetworkFacts.of(SMALL, DType.FLOAT32)).withWeights(WEIGHTS))
                        .nodes())
                .containsExactly(
                        "conv = Conv(input, conv.weight, conv.bias) dilations=[1, 1], group=1, kernel_shape=[3, 3],"
                                + " pads=[1, 1, 1, 1], strides=[1, 1]",
                        "bn = BatchNormalization(conv, bn.weight, bn.bias, bn.running_mean, bn.running_var)"
                                + " epsilon=1.0E-5",
                        "pool = GlobalAveragePool(bn)",
                        "flatten = Flatten(pool) axis=1",
                        "fc = Gemm(flatten, fc.weight, fc.bias) transB=1");
    }

    @Test
    void weightsAreInTheFileOrInputs() {
        String[] weights = {
            "conv.weight float32 2x3x3x3",
            "conv.bias float32 2",
            "bn.weight float32 2",
            "bn.bias float32 2",
            "bn.running_mean float32 2",
            "bn.running_var float32 2",
            "fc.weight float32 5x2",
            "fc.bias float32 5"
        };
        ReadModel inside =
                read(OnnxExport.of(NetworkFacts.of(SMALL, DType.FLOAT32)).withWeights(WEIGHTS));
        assertThat(inside.inputs()).containsExactly("input float32 1x3x4x4");
        assertThat(inside.initializers()).containsExactly(weights);

        ReadModel outside = read(OnnxExport.of(NetworkFacts.of(SMALL, DType.FLOAT32)));
        assertThat(outside.inputs()).startsWith("input float32 1x3x4x4").endsWith(weights);
        assertThat(outside.initializers()).isEmpty();
        assertThat(outside.nodes()).isEqualTo(inside.nodes());
    }

    @Test
    void elementsAreThoseThatWereDrawn() {
        ReadModel seeded =
                read(OnnxExport.of(NetworkFacts.of(SMALL, DType.FLOAT32)).withWeights(WEIGHTS));
        assertThat(seeded.floats("conv.weight")).isEqualTo(WEIGHTS.draw("conv", "weight", 2, 3, 3, 3));
        assertThat(seeded.floats("bn.running_var")).isEqualTo(WEIGHTS.draw("bn", "running_var", 2));
        ReadModel zeros =
                read(OnnxExport.of(NetworkFacts.of(SMALL, DType.FLOAT32)).withWeights(new ZeroWeights()));
        assertThat(zeros.initializers()).isEqualTo(seeded.initializers());
        assertThat(zeros.floats("fc.weight")).containsExactly(new float[10]);
    }

    /** More elements than are written in one piece. */
    @Test
    void largeTensorsAreWholeAsWell() {
        Graph large =
                WrittenModel.of("input: [300]\nlayers: {fc: {linear: 201}}\n").graph();
        assertThat(read(OnnxExport.of(NetworkFacts.of(large, DType.FLOAT32)).withWeights(WEIGHTS))
                        .floats("fc.weight"))
                .isEqualTo(WEIGHTS.draw("fc", "weight", 201, 300));
    }

    @Test
    void theOutputIsTheMainOneOrEveryLayerIs() {
        assertThat(read(OnnxExport.of(NetworkFacts.of(SMALL, DType.FLOAT32))).outputs())
                .containsExactly("fc float32 1x5");
        assertThat(read(OnnxExport.of(NetworkFacts.of(SMALL, DType.FLOAT32)).withEveryLayer())
                        .outputs())
                .containsExactly(
                        "conv float32 1x2x4x4",
                        "bn float32 1x2x4x4",
                        "pool float32 1x2x1x1",
                        "flatten float32 1x2",
                        "fc float32 1x5");
    }

    @Test
    void theSizeIsKnownBeforeAndTheBytesAreTheSameEveryTime() {
        OnnxFile file = OnnxExport.of(NetworkFacts.of(SMALL, DType.FLOAT32))
                .withWeights(WEIGHTS)
                .convert();
        byte[] bytes = file.toBytes();
        assertThat(bytes).hasSize((int) file.size()).isEqualTo(file.toBytes());
        assertThat(OnnxExport.of(NetworkFacts.of(SMALL, DType.FLOAT32))
                        .withWeights(WEIGHTS)
                        .convert()
                        .toBytes())
                .isEqualTo(bytes);
    }

    /** The same names and shapes as PyTorch's {@code state_dict} has, less the counters that inference does not read. */
    @Test
    void allWeightsOfANetworkAreThere() {
        io.archmeter.Model resnet = Archmeter.load("resnet50");
        List<String> expected = resnet.weights(false).stream()
                .filter(tensor -> !tensor.name().equals("num_batches_tracked"))
                .map(tensor -> tensor.fullName() + " float32 " + tensor.shape())
                .toList();
        assertThat(expected).hasSize(267);
        assertThat(read(resnet.onnx()).inputs().stream().skip(1)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aModelBeyondTheFormatIsRefusedBeforeItIsWritten() {
        Graph huge =
                WrittenModel.of("input: [30000]\nlayers: [{linear: 30000}]\n").graph();
        // 30,000·30,000 weights and 30,000 biases of 4 bytes are 3,600,120,000 bytes.
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OnnxExport.of(NetworkFacts.of(huge, DType.FLOAT32))
                        .withWeights(WEIGHTS)
                        .convert())
                .withMessageContaining(":1:8: error: [too-large] the file would have 3600120")
                .withMessageContaining("but an ONNX file has at most 2147483647")
                .withMessageEndingWith("remedy: leave the weights out with --weights none");
        assertThat(OnnxExport.of(NetworkFacts.of(huge, DType.FLOAT32)).convert().size())
                .isLessThan(1_000);
    }
}
