package io.archmeter.onnx.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules are those of torchvision's sources, and of the modules that were exported. */
class LayerNamesTest {
    @Test
    void aFoldedNormalizationDoesNotTakeTheNameOfItsConvolution() {
        Graph graph = ListedModel.named("tv_resnet34").graph();

        assertThat(names(graph).subList(0, 9))
                .containsExactly(
                        "conv1",
                        "relu",
                        "maxpool",
                        "layer1.0.conv1",
                        "layer1.0.relu",
                        "layer1.0.conv2",
                        "layer1.0.add",
                        "layer1.0.relu_1",
                        "layer1.1.conv1");
        assertThat(names(graph)).contains("layer2.0.downsample.0", "fc");
        assertThat(graph.notes())
                .contains("batch normalization was folded into 36 layers before the export: conv1, layer1.0.conv1,"
                        + " layer1.0.conv2, layer1.1.conv1, layer1.1.conv2 and 31 more");
    }

    @Test
    void bothExportersOfPyTorchNameTheSameModules() {
        List<String> newer = names(ListedModel.named("tv_squeezenet1_1").graph());
        List<String> older = names(ListedModel.named("tv_squeezenet1_1_legacy").graph());

        assertThat(newer).contains("features.3.squeeze", "features.3.expand3x3_activation", "classifier.1");
        assertThat(older).contains("features.3.squeeze", "features.3.expand3x3_activation", "classifier.1");
    }

    @Test
    void nodesOfAFunctionAreCalledAfterItsCall() {
        assertThat(names(ListedModel.named("trap_functions_nested").graph()))
                .containsExactly(
                        "b1.inner", "b1.inner.relu", "b1.leaky_relu", "b2.inner", "b2.inner.relu", "b2.leaky_relu");
    }

    @Test
    void weightsWithoutANameAreThoseOfTheirLayer() {
        Graph graph = ListedModel.named("tx_gpt_op23_attention").graph();

        assertThat(graph.weights())
                .extracting(weight -> weight.fullName())
                .contains("q.0.weight", "q.0.bias", "o.weight");
    }

    @ParameterizedTest
    @CsvSource({
        "/layer1/layer1.0/conv1/Conv, layer1.0.conv1",
        "/layer2/layer2.0/downsample/downsample.0/Conv, layer2.0.downsample.0",
        "/encoder/layer.0/attention/self/query/MatMul, encoder.layer.0.attention.self.query",
        "/Flatten, ''",
        "If_0_then_branch__Inline_0__/decoder/rnn/LSTM, decoder.rnn",
    })
    void slashesOfTheOlderExporterArePathsOfModules(String name, String module) {
        assertThat(ModulePaths.slashes(name, "conv").orElseThrow().module()).isEqualTo(module);
    }

    @ParameterizedTest
    @CsvSource({
        "model/block/conv/Conv2D:0, model.block.conv",
        "StatefulPartitionedCall/functional_1/add_1/add, functional_1.add_1",
        "net/Conv1_relu/Relu6_net/bn_Conv1/FusedBatchNormV3, net.Conv1_relu",
        "a/conv/Conv2D;a/bn/FusedBatchNormV3, a.conv",
        "gpu_0/conv3_0, gpu_0.conv3_0",
    })
    void pathsOfTensorFlowArePathsOfModules(String name, String module) {
        assertThat(ModulePaths.path(name, "conv").orElseThrow().module()).isEqualTo(module);
    }

    @ParameterizedTest
    @CsvSource({
        "GlobalAveragePool, global_average_pool",
        "MatMul, matmul",
        "LSTM, lstm",
        "Conv, conv",
    })
    void operatorsArePartsOfPaths(String operator, String part) {
        assertThat(ModulePaths.words(operator)).isEqualTo(part);
    }

    private static List<String> names(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> !node.isInput())
                .map(Node::name)
                .toList();
    }
}
