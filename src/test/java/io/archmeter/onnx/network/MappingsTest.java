package io.archmeter.onnx.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.Graph;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.infer.Bindings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operator a node becomes, where ONNX says more than the catalogue, or something else. RoundTripTest has the common forms. */
class MappingsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // Cut off by 0 and 1 along one axis: docs/Operators.md of ONNX.
        "trap_convtranspose_outpad, convtranspose",
        // The second output, which the network puts out, counts through all maps.
        "trap_maxpool_ceil_opset12, MaxPool",
        // Whether padding counts where a window hangs over, versions disagree on.
        "trap_avgpool_ceil_op19, AveragePool",
        // A factor of 0.7 has a rest: elements lie where it sets them apart, and no size says that.
        "trap_resize_opset10, Resize",
        // It drops elements: it is told to train.
        "trap_dropout_mask, Dropout",
        "trap_bn_training_op15, BatchNormalization",
        // Queries of 4 heads, keys and values of 2.
        "trap_attention23, attention",
        // Of the orders of DepthToSpace only one is PyTorch's.
        "trap_depth_space, DepthToSpace SpaceToDepth",
    })
    void aNodeIsTheOperatorThatSaysTheSame(String file, String kinds) {
        assertThat(kinds(read(file, false))).isEqualTo(List.of(kinds.split(" ")));
    }

    /** PyTorch 2.13, {@code torch.onnx.export} with {@code opset_version=13} and {@code dynamo=False}: each layer of a {@code Sequential}-like module. */
    @Test
    void whatAnExporterCutIsPutTogetherAgain() {
        Graph graph = read("cut_layers_op13", false);
        assertThat(kinds(graph))
                .containsExactly(
                        "layernorm",
                        "linear",
                        "gelu",
                        "linear",
                        "unsqueeze",
                        "conv",
                        "prelu",
                        "silu",
                        "hardswish",
                        "mish",
                        "hardtanh",
                        "softplus",
                        "upsample",
                        "zeropad",
                        "mean",
                        "rescale",
                        "rescale");
        assertThat(graph.notes()).anyMatch(note -> note.contains("1 silu of Sigmoid and Mul"));
    }

    @Test
    void eachNodeIsThereWhereAllAreAskedFor() {
        assertThat(kinds(read("cut_layers_op13", true))).contains("erf", "sigmoid", "sqrt", "add");
    }

    /** Legacy export of {@code matmul(x, weight.t()) + f(bias)}: 6·9 weights and 9 that were computed of the bias before. */
    @Test
    void tensorsThatTheExporterNamedAreCalledByTheLayerThatIsPutTogether() {
        Graph graph = read("computed_bias_op13", false);
        assertThat(kinds(graph)).containsExactly("linear");
        assertThat(graph.weights())
                .extracting(weight -> weight.fullName() + " " + weight.shape())
                .containsExactly("attention.weight 6x9", "attention.bias 9");
    }

    private static Graph read(String file, boolean allNodes) {
        Path path = Path.of("src/test/resources/onnx", file + ".onnx");
        return OnnxNetwork.graph(ModelFile.read(path, file), Bindings.NONE, allNodes);
    }

    private static List<String> kinds(Graph graph) {
        return graph.layers(false).stream().map(node -> node.op().kind()).toList();
    }
}
