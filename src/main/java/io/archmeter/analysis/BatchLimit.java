package io.archmeter.analysis;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.op.Refusal;
import io.archmeter.problem.ProblemException;
import io.archmeter.training.Optimizer;
import io.archmeter.training.TrainingMemory;
import java.util.HashMap;
import java.util.Map;
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
    public static BatchLimit of(NetworkFacts network, Optimizer optimizer, long bytes) {
        Batches batches = new Batches(network);
        return new BatchLimit(
                bytes,
                batches.largest(bytes, MemoryReport::inferenceNeeds),
                network.type().hasGradients()
                        ? Optional.of(batches.largest(
                                bytes,
                                batched -> TrainingMemory.of(batched, optimizer).peakBytes()))
                        : Optional.empty());
    }

    /** A network with each batch that a search has looked at; the next one looks at some of them again. */
    private static final class Batches {
        private final NetworkFacts network;
        private final Map<Long, Optional<NetworkFacts>> known = new HashMap<>();

        Batches(NetworkFacts network) {
            this.network = network;
            known.put(network.graph().input().batch(), Optional.of(network));
        }

        LargestBatch largest(long limit, ToLongFunction<NetworkFacts> needs) {
            return LargestBatch.within(limit, batch -> needs(with(batch), needs));
        }

        private static OptionalLong needs(Optional<NetworkFacts> batched, ToLongFunction<NetworkFacts> needs) {
            try {
                return batched.isPresent() ? OptionalLong.of(needs.applyAsLong(batched.get())) : OptionalLong.empty();
            } catch (ProblemException | ArithmeticException tooMuch) {
                return OptionalLong.empty();
            }
        }

        /** Empty where there is no such batch. */
        private Optional<NetworkFacts> with(long batch) {
            return known.computeIfAbsent(batch, newcomer -> {
                try {
                    return Optional.of(NetworkFacts.of(Rebatched.of(network.graph(), newcomer), network.type()));
                } catch (ProblemException | Refusal | ArithmeticException noSuchBatch) {
                    return Optional.empty();
                }
            });
        }
    }
}
