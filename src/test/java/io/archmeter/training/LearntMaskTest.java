package io.archmeter.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import io.archmeter.graph.DType;
import io.archmeter.load.LoadOptions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A mask that is learnt, added to the products of queries and keys: what autograd keeps, and the most that is allocated at a moment of an
 * iteration with plain gradient descent, weights and input included (PyTorch 2.13, CPU, {@code saved_tensors_hooks} and the memory events
 * of {@code torch.profiler}, less single numbers). Nothing is fused where the mask has a gradient. The queries are many enough that the
 * peak is in the backward pass: forward PyTorch marks for a moment which products are infinite, a byte for each.
 */
class LearntMaskTest {
    private static final String ONE = "%s: {linear: %d, bias: false, from: input}, ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | [24, 8] | [q, k, v, mask] | [24, 24] | 2 | 15360 | 36864",
                "2 | [24, 8] | [q, k, v, mask] | [2, 24, 24] | 2 | 15360 | 39168",
                "1 | [12, 8] | [q, k, v, mask] | [2, 12, 12] | 2 | 2688 | 6912",
                "2 | [12, 8] | [q, mask] | [2, 12, 12] | 2 | 5376 | 11392",
                "2 | [3, 12, 4] | [q, mask] | [1, 12, 12] | 1 | 8064 | 15616",
                "2 | [3, 12, 4] | [q, mask] | [3, 12, 12] | 1 | 8064 | 16768",
            })
    void nothingIsFusedWithIt(int samples, String input, String from, String shape, int heads, long kept, long peak) {
        int width = input.endsWith("8]") ? 8 : 4;
        String others = from.contains("k,") ? ONE.formatted("k", width) + ONE.formatted("v", width) : "";
        String layers = ONE.formatted("q", width) + others + "mask: {parameter: " + shape + "}, " + "y: {attention: "
                + heads + ", attn_mask: true, from: " + from + "}";
        TrainingMemory training = TrainingMemory.of(
                WrittenModel.of(
                                "{input: " + input + ", layers: {" + layers + "}}",
                                new LoadOptions(samples, Optional.empty(), Map.of()))
                        .facts(DType.FLOAT32),
                Optimizer.SGD);
        assertThat(training.keptForBackward().exact()).hasValue(kept);
        assertThat(training.peakBytes()).isEqualTo(peak);
    }

    /** A mask that nobody learns is added where all is one operation, which keeps it: 96 bytes of logarithms, and nothing of the products. */
    @Test
    void aBufferIsAddedWithinTheOneOperation() {
        assertThat(TrainingMemory.of(
                                WrittenModel.of("""
                                        input: [6, 8]
                                        layers:
                                          q: {linear: 8, bias: false}
                                          mask: {buffer: [2, 6, 6]}
                                          y: {attention: 2, attn_mask: true, from: [q, mask]}
                                        """, new LoadOptions(2, Optional.empty(), Map.of()))
                                        .facts(DType.FLOAT32),
                                Optimizer.SGD)
                        .keptForBackward()
                        .exact())
                .hasValue(1_248);
    }
}
