package io.archmeter.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.RandomGraph;
import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.load.LoadOptions;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeakMemoryTest {
    private static PeakMemory ofChain(int batch) {
        Model chain = WrittenModel.of("""
                input: [1, 4, 4]
                layers:
                  conv: {conv: 2, kernel: 1, bias: false}
                  relu: relu
                  flatten: flatten
                  linear: {linear: 3, bias: false}
                """, new LoadOptions(batch, Optional.empty(), Map.of()));
        return PeakMemory.of(chain.facts(DType.FLOAT32), Optimizer.SGD);
    }

    /**
     * Most is held when relu runs backward, as {@link TrainingMemoryTest} finds by hand: weights (392 bytes) and the gradient of linear's (384), of
     * each sample the input (64), what relu puts out (128), and the gradients of both its sides (256).
     */
    @Test
    void whatLastsDoesNotGrowWithTheSamples() {
        PeakMemory one = ofChain(1);

        assertThat(one.bytes().exact()).hasValue(776 + 448);
        assertThat(one.timesWithin(776 + 5 * 448)).isEqualTo(5);
        assertThat(one.timesWithin(776 + 5 * 448 - 1)).isEqualTo(4);
        assertThat(ofChain(5).bytes().exact()).hasValue(776 + 5 * 448);
    }

    @Test
    void itIsTheMostThatAnIterationHolds() {
        long seed = 404_217;
        for (int round = 0; round < 100; round++) {
            NetworkFacts network = NetworkFacts.of(RandomGraph.withSeveral(new Random(seed + round)), DType.FLOAT32);

            assertThat(PeakMemory.of(network, Optimizer.ADAM).bytes())
                    .as("seed %d", seed + round)
                    .isEqualTo(TrainingMemory.of(network, Optimizer.ADAM).most());
        }
    }
}
