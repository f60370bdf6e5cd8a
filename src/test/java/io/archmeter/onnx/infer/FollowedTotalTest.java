package io.archmeter.onnx.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.onnx.file.WrittenNetwork;
import io.archmeter.onnx.model.OnnxModelReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much of the elements of all values together is kept: the most is 4,194,304, of which both what nodes take and what they make is part. */
class FollowedTotalTest {
    private static final int NODES = 2_000;

    /** 2,000 nodes put out 4,096 elements each, 8,192,000 together; 1,024 times 4,096 are 4,194,304. */
    @Test
    void largeValuesAreFollowedUntilTheyAreTooManyTogether() {
        WrittenNetwork network = new WrittenNetwork().input("x", 4_096).wholes("c", new long[4_096]);
        for (int i = 0; i < NODES; i++) {
            network.node("Neg", i == 0 ? "c" : "c" + i, "c" + (i + 1));
        }
        InferredModel model = inferred(network.node("Relu", "x", "y").output("y"));

        assertThat(followed(model)).isBetween(1_000_000L, 4_194_304L);
        Fact last = model.nodes().get(NODES - 1).outcome().outputs().get(0);
        assertThat(last)
                .isEqualTo(
                        ((Fact.Tensor) model.nodes().get(0).outcome().outputs().get(0)).withoutContent());
    }

    @Test
    void smallOnesAreAlwaysFollowed() {
        WrittenNetwork network = new WrittenNetwork().input("x", 4_096).wholes("c", new long[4_096]);
        for (int i = 0; i < NODES; i++) {
            network.node("Neg", i == 0 ? "c" : "c" + i, "c" + (i + 1));
        }
        InferredModel model = inferred(network.wholes("to", 64, 64)
                .node("Neg", "to", "less")
                .node("Neg", "less", "again")
                .node("Reshape", "x again", "y")
                .output("y"));

        Fact last =
                model.nodes().get(model.nodes().size() - 1).outcome().outputs().get(0);
        assertThat(((Fact.Tensor) last).shape().toString()).isEqualTo("64x64");
    }

    private static InferredModel inferred(WrittenNetwork network) {
        return Inference.of(OnnxModelReader.read(network.file()), Bindings.NONE);
    }

    private static long followed(InferredModel model) {
        return model.nodes().stream()
                .flatMap(node -> node.outcome().outputs().stream())
                .map(fact -> ((Fact.Tensor) fact).content())
                .flatMap(Optional::stream)
                .mapToLong(SmallContent::size)
                .sum();
    }
}
