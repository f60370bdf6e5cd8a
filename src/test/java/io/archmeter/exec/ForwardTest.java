package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.weights.SeededInput;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardTest {
    private static Forward forward(Graph graph, Forward.Options options) {
        return new Forward(
                graph,
                MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false),
                new SeededWeights(1),
                new Workers(2),
                options);
    }

    @Test
    void aNetworkRunsAndCountsWhatItDoes() {
        Graph graph = WrittenModel.of("input: [1, 4, 4]\nlayers: [{conv: 2, kernel: 3, padding: 1}, relu]\n")
                .graph();
        List<Observation> seen = new ArrayList<>();
        Tensor output = forward(graph, new Forward.Options(false, true)).run(new float[16], seen::add);
        assertThat(output.shape().toString()).isEqualTo("1x2x4x4");
        // Per axis 4 windows of 3 taps less one at either end: 10 on the input; 2·10·10 of 2·16·9 in all.
        assertThat(seen.get(0).executed()).isEqualTo(200);
        assertThat(seen.get(0).padded()).isEqualTo(88);
        assertThat(seen.get(0).multiplications()).isEqualTo(288);
        assertThat(seen.get(0).weights()).isEqualTo(2 * 9 + 2);
        assertThat(seen.get(1).output()).isEqualTo(output.shape());
    }

    @Test
    void aFastRunMultipliesLessOftenAndSaysWhatTheDefinitionNeeds() {
        Graph graph = WrittenModel.of("input: [32, 64, 64]\nlayers: [{conv: 32, kernel: 3, padding: 1}, relu]\n")
                .graph();
        float[] input = SeededInput.draw(1, 32 * 64 * 64);
        List<Observation> seen = new ArrayList<>();
        Tensor fast = forward(graph, new Forward.Options(true, true, true)).run(input, seen::add);
        List<Observation> defined = new ArrayList<>();
        Tensor direct = forward(graph, new Forward.Options(true, true)).run(input, defined::add);
        Agreement.require("fast", elements(direct), elements(fast));
        assertThat(seen.get(0).executed()).isEqualTo(defined.get(0).executed());
        assertThat(seen.get(0).padded()).isEqualTo(defined.get(0).padded());
        // 16·16 tiles, 36 points, 32·32 kernels.
        assertThat(seen.get(0).multiplications()).isEqualTo(256 * 36 * 1024);
    }

    @Test
    void aSecondRunIsLikeTheFirst() {
        Graph graph = WrittenModel.of("input: [32, 30, 34]\nlayers: [{conv: 40, kernel: 3}, {conv: 32, kernel: 3}]\n")
                .graph();
        Forward forward = forward(graph, new Forward.Options(true, true, true));
        float[] first = elements(forward.run(SeededInput.draw(1, 32 * 30 * 34), seen -> {}));
        forward.run(SeededInput.draw(2, 32 * 30 * 34), seen -> {});
        float[] third = elements(forward.run(SeededInput.draw(1, 32 * 30 * 34), seen -> {}));
        assertThat(Arrays.equals(first, third)).isTrue();
    }

    private static float[] elements(Tensor tensor) {
        return Arrays.copyOfRange(tensor.data(), tensor.offset(), tensor.end());
    }
}
