package io.archmeter.onnx.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.facts.UsedWeight;
import io.archmeter.graph.Weight;
import io.archmeter.onnx.file.WrittenNetwork;
import io.archmeter.onnx.infer.Bindings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Figures were counted with the onnx package of Python: stored tensors of numbers, of rank 1 and more and with more than one element,
 * that reach a node which is not constant. By use they are those of PyTorch's {@code parameters()}, where the file is an export of it.
 * In the file with a branch that data decide, both branches count, as they do in PyTorch.
 */
class StoredParametersTest {
    @ParameterizedTest
    @MethodSource("io.archmeter.onnx.network.ListedModel#all")
    void parametersAreThoseOfTheFile(ListedModel model) {
        List<UsedWeight> weights = new Model(model.graph()).weightsWithUsers(false);

        assertThat(sum(weights, Weight.Kind.PARAMETER, false)).isEqualTo(model.parameters());
        assertThat(sum(weights, Weight.Kind.BUFFER, false)).isEqualTo(model.buffers());
        if (model.byUse().isPresent()) {
            assertThat(sum(weights, Weight.Kind.PARAMETER, true))
                    .isEqualTo(model.byUse().getAsLong());
        }
    }

    /** One tensor of four elements, which one node takes as its scale and as its shift. */
    @Test
    void aTensorThatANodeTakesTwiceIsOneWeight() {
        Model model = new Model(OnnxNetwork.graph(
                new WrittenNetwork()
                        .input("x", 1, 2, 4)
                        .stored("scale", 1, 4)
                        .node("com.microsoft.SkipLayerNormalization", "x x scale scale", "y")
                        .output("y")
                        .file(),
                Bindings.NONE,
                false));

        assertThat(model.analyze().total().parameters()).isEqualTo(4);
        assertThat(model.verify().equal()).isTrue();
    }

    private static long sum(List<UsedWeight> weights, Weight.Kind kind, boolean byUse) {
        return weights.stream()
                .filter(used -> used.weight().kind() == kind)
                .mapToLong(used -> used.weight().shape().elements()
                        * (byUse ? 1 + used.sharers().size() : 1))
                .sum();
    }
}
