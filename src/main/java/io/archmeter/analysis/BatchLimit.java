package io.archmeter.analysis;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.op.Refusal;
import io.archmeter.problem.ProblemException;
import io.archmeter.training.Optimizer;
import io.archmeter.training.TrainingMemory;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * How many samples a network can take at once within some memory.
 *
 * @param bytes of that memory
 * @param inference weights without those of heads, and the arena
 * @param training the most that is held at any step of an iteration; empty in a type that has no gradients
 */
public record BatchLimit(long bytes, LargestBatch inference, Optional<LargestBatch> training) {
    /** Searches for both, by counting what the network needs with other batches. */
    public static BatchLimit of(Graph graph, DType type, Optimizer optimizer, long bytes) {
        return new BatchLimit(
                bytes,
                largest(graph, bytes, batched -> MemoryReport.inferenceNeeds(batched, type)),
                type.isFloatingPoint()
                        ? Optional.of(largest(
                                graph,
                                bytes,
                                batched -> TrainingMemory.of(batched, type, optimizer)
                                        .peakBytes()))
                        : Optional.empty());
    }

    private static LargestBatch largest(Graph graph, long limit, ToLongFunction<Graph> needs) {
        return LargestBatch.within(limit, batch -> {
            try {
                return OptionalLong.of(needs.applyAsLong(Rebatched.of(graph, batch)));
            } catch (ProblemException | Refusal | ArithmeticException noSuchBatch) {
                return OptionalLong.empty();
            }
        });
    }
}
