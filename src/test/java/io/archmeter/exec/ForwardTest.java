package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import io.archmeter.exec.kernel.Tensor;
import io.archmeter.exec.kernel.Workers;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardTest {
    @Test
    void aNetworkRunsAndCountsWhatItDoes() {
        Graph graph = WrittenModel.of("input: [1, 4, 4]\nlayers: [{conv: 2, kernel: 3, padding: 1}, relu]\n")
                .graph();
        Forward forward = new Forward(
                graph,
                MemoryPlanner.plan(graph, DType.FLOAT32, false),
                new SeededWeights(1),
                new Workers(2),
                new Forward.Options(false, true));
        List<Observation> seen = new ArrayList<>();
        Tensor output = forward.run(new float[16], seen::add);
        assertThat(output.shape().toString()).isEqualTo("1x2x4x4");
        // Per axis 4 windows of 3 taps less one at either end: 10 on the input; 2·10·10 of 2·16·9 in all.
        assertThat(seen.get(0).executed()).isEqualTo(200);
        assertThat(seen.get(0).padded()).isEqualTo(88);
        assertThat(seen.get(0).weights()).isEqualTo(2 * 9 + 2);
        assertThat(seen.get(1).output()).isEqualTo(output.shape());
    }
}
