package io.archmeter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arenas of known networks. */
class BundledArenasTest {
    /**
     * What a planner for ONNX files reports, which shares nothing in place and leaves the network's input out; ours has to hold
     * the input as well.
     */
    @ParameterizedTest
    @CsvSource({
        "alexnet, 1548800",
        "resnet50, 12042240",
        "vgg16, 25690112",
        "googlenet, 6422528",
    })
    void noArenaIsLargerThanThatOfAnotherPlanner(String model, long bytes) {
        Graph graph = Archmeter.load(model).graph();
        for (Sharing sharing : Sharing.values()) {
            assertThat(MemoryPlanner.plan(graph, DType.FLOAT32, false, sharing).arenaBytes())
                    .as("sharing %s", sharing)
                    .isLessThanOrEqualTo(bytes);
        }
    }
}
