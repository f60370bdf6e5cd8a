package io.archmeter.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What autograd keeps of whole networks, to the byte, in training mode, with two samples; that of torchvision's models is among the
 * figures of {@code TorchvisionTest}. It was measured with {@code torch.autograd.graph.saved_tensors_hooks}: each storage once, the input among them, parameters and
 * buffers not.
 */
class KeptByPyTorchTest {
    private static final LoadOptions TWO_SAMPLES = new LoadOptions(2, Optional.empty(), Map.of());

    /** PyTorch 2.13, with modules that are written after the papers. */
    @ParameterizedTest
    @CsvSource({
        "lenet5, 188960",
        "cifar_resnet20, 3045248",
        "cifar_resnet110, 16834688",
        "wide_resnet28_10, 37063808",
    })
    void isKeptByModulesOfPyTorch(String model, long bytes) {
        assertKept(model, bytes);
    }

    /**
     * PyTorch 2.13, Conv2d(2, 4, 1), BatchNorm2d(4), the activation with {@code inplace=True} and Conv2d(4, 4, 1) on 2×2×8×8: the second
     * convolution keeps what an ELU keeps as well; {@code hardtanh_}, a ReLU6 too, keeps a copy of what it overwrites beside that.
     */
    @ParameterizedTest
    @CsvSource({
        "elu, 5152",
        "selu, 5152",
        "celu, 5152",
        "leakyrelu, 5152",
        "relu6, 7200",
        "hardtanh, 7200",
        "hardswish, 7200",
        "silu, 7200"
    })
    void whatIsOverwrittenIsCopiedWhereItIsNeeded(String activation, long bytes) {
        Graph graph = WrittenModel.of("""
                input: [2, 8, 8]
                layers: [{conv: 4, kernel: 1}, batchnorm, {%s: , inplace: true}, {conv: 4, kernel: 1}]
                """.formatted(activation), TWO_SAMPLES).graph();

        assertThat(TrainingMemory.of(NetworkFacts.of(graph, DType.FLOAT32), Optimizer.SGD)
                        .keptForBackward()
                        .exact())
                .hasValue(bytes);
    }

    /**
     * PyTorch 2.13, two samples, each map or sequence out of a sigmoid, which keeps it: a part along its height is copied to be flattened,
     * and a sequence to be multiplied along its other axis. What is permuted and back again needs no copy.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2, 3, 2] | {conv: 4, kernel: 1}, sigmoid, {slice: 2, end: 1}, flatten, {linear: 3} | 352",
                "[2, 2, 3] | {conv: 4, kernel: 1}, sigmoid, {permute: [0, 2, 3, 1]}, {reshape: [6, 4]}, {permute: [0, 2, 1]}, {linear: 3} | 288",
                "[5, 8] | {linear: 6}, sigmoid, {transpose: [1, 2]}, {linear: 3} | 800",
            })
    void whatNoStridesLeadThroughIsCopied(String input, String layers, long bytes) {
        Graph graph = WrittenModel.of("{input: %s, layers: [%s]}".formatted(input, layers), TWO_SAMPLES)
                .graph();

        assertThat(TrainingMemory.of(NetworkFacts.of(graph, DType.FLOAT32), Optimizer.SGD)
                        .keptForBackward()
                        .exact())
                .hasValue(bytes);
    }

    /** PyTorch 2.13: of a product of three, each factor that autograd needs. The first two have no gradient, so neither is needed. */
    @Test
    void aProductOfThreeIsMultipliedTwoAtATime() {
        Graph graph = WrittenModel.of("""
                input: [2, 4, 4]
                layers:
                  a: sigmoid
                  b: {softmax: , from: input}
                  c: {conv: 2, kernel: 1, from: input}
                  m: {multiply: , from: [a, b, c]}
                """).graph();

        assertThat(TrainingMemory.of(NetworkFacts.of(graph, DType.FLOAT32), Optimizer.SGD)
                        .keptForBackward()
                        .exact())
                .hasValue(256);
    }

    /** PyTorch 2.13: mean and inverse deviation have 2 bytes. */
    @Test
    void halfPrecisionHalvesTheStatisticsOfABatch() {
        Graph norm = WrittenModel.of("""
                input: [6, 8, 8]
                layers: [{conv: 6, kernel: 1}, batchnorm]
                """, new LoadOptions(2, Optional.empty(), Map.of()))
                .graph();
        Graph resnet = Archmeter.load("resnet50", new LoadOptions(3, Optional.empty(), Map.of()))
                .graph();

        assertThat(TrainingMemory.of(NetworkFacts.of(norm, DType.BFLOAT16), Optimizer.SGD)
                        .keptForBackward()
                        .exact())
                .hasValue(3_096);
        assertThat(TrainingMemory.of(NetworkFacts.of(resnet, DType.BFLOAT16), Optimizer.SGD)
                        .keptForBackward()
                        .exact())
                .hasValue(131_378_944);
    }

    /** PyTorch 2.13, three samples, with dropout where Caffe has it. */
    @ParameterizedTest
    @ValueSource(strings = {"alexnet_two_towers", "alexnet_one_tower"})
    void dropoutAfterItsLayerKeepsLess(String model) {
        Graph graph = Archmeter.load(model, new LoadOptions(3, Optional.empty(), Map.of()))
                .graph();

        assertThat(TrainingMemory.of(NetworkFacts.of(graph, DType.FLOAT32), Optimizer.SGD)
                        .keptForBackward()
                        .exact())
                .hasValue(37_547_556);
    }

    private static void assertKept(String model, long bytes) {
        TrainingMemory training =
                TrainingMemory.of(Archmeter.load(model, TWO_SAMPLES).facts(DType.FLOAT32), Optimizer.SGD);

        assertThat(training.keptForBackward().exact()).hasValue(bytes);
    }
}
