package io.archmeter.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.training.Step.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Bytes that PyTorch has allocated while each layer runs, by the memory events of {@code torch.profiler} (PyTorch 1.13, CPU), in an
 * iteration with 512 samples and a relu in place. What was there before is not among them: weights, the input (131,072 bytes), and
 * the gradient of the output (16,384), with which the backward pass is called.
 */
class StepsByPyTorchTest {
    private static final long INPUT = 512 * 64 * 4;
    private static final long OUTPUT = 512 * 8 * 4;

    private final TrainingMemory training = TrainingMemory.of(NetworkFacts.of(graph(), DType.FLOAT32), Optimizer.SGD);

    private static Graph graph() {
        LoadOptions samples = new LoadOptions(512, Optional.empty(), Map.of());
        return Archmeter.load("src/test/resources/training/branches.yaml", samples)
                .graph();
    }

    private LongStream allocated(Phase phase) {
        return training.liveBytes().get(phase).stream()
                .mapToLong(bytes -> bytes - training.weights().atLeast() - INPUT);
    }

    /** Dropout has a mask and an output of its own, and normalization two vectors beside its output. */
    @Test
    void forward() {
        assertThat(allocated(Phase.FORWARD))
                .containsExactly(
                        0L, 262_144L, 525_312L, 525_312L, 1_049_600L, 1_180_672L, 1_573_888L, 2_098_176L, 1_590_272L);
    }

    /**
     * The caller holds the output all the time; here it is gone after the forward pass. So what was measured is reduced by it, but for
     * the first step, at which the gradient of the output is there, and belongs to the caller in PyTorch.
     */
    @Test
    void backward() {
        List<Long> measured = List.of(
                2_122_752L + OUTPUT, 1_598_464L, 1_958_912L, 2_253_824L, 1_467_392L, 1_205_248L, 944_128L, 451_584L);

        assertThat(allocated(Phase.BACKWARD))
                .containsExactlyElementsOf(
                        measured.stream().map(bytes -> bytes - OUTPUT).toList());
    }

    /** The gradients of 43,264 parameters. */
    @Test
    void update() {
        assertThat(training.liveBytes().get(Phase.UPDATE))
                .containsExactly(training.weights().atLeast() + 173_056);
        assertThat(training.gradients().exact()).hasValue(173_056);
    }
}
