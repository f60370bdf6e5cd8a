package io.archmeter.analysis;

import io.archmeter.facts.Amount;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.op.Refusal;
import io.archmeter.op.UnknownExtent;
import io.archmeter.problem.ProblemException;
import io.archmeter.training.Optimizer;
import io.archmeter.training.PeakMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * How many samples a network can take at once within some memory.
 *
 * @param bytes of that memory
 * @param inference weights without those of heads, and the arena
 * @param training the most that is held at any step of an iteration; empty in a type that has no gradients
 * @since 0.1.0
 */
public record BatchLimit(long bytes, LargestBatch inference, Optional<LargestBatch> training) {
    /**
     * Searches for both, by counting what the network needs with other batches.
     *
     * @throws ProblemException where nobody knows how much it needs
     */
    public static BatchLimit of(NetworkFacts network, Optimizer optimizer, long bytes) {
        return of(network, optimizer, bytes, batch -> Rebatched.of(network.graph(), batch));
    }

    /**
     * The same of a network whose shapes cannot be inferred anew from its layers alone.
     *
     * @param batched the network with another batch; throws what {@link Rebatched#of} does
     */
    public static BatchLimit of(NetworkFacts network, Optimizer optimizer, long bytes, LongFunction<Graph> batched) {
        requireKnown(network);
        Batches batches = new Batches(network, batched);
        return new BatchLimit(
                bytes,
                batches.largest(bytes, MemoryReport::inferenceNeeds),
                network.type().hasGradients()
                        ? Optional.of(batches.largest(bytes, candidate -> Need.of(PeakMemory.of(candidate, optimizer))))
                        : Optional.empty());
    }

    private static void requireKnown(NetworkFacts network) {
        for (LayerFacts layer : network.layers(true)) {
            Amount weights = layer.weightBytes();
            for (int output : layer.node().outputs()) {
                weights = weights.plus(network.bytes(output));
            }
            if (!weights.isExact()) {
                throw new ProblemException(UnknownExtent.at(
                        layer.node().place(),
                        layer.name(),
                        "nobody knows how many bytes it takes, so it cannot be said what fits",
                        weights.origins().get(0)));
            }
        }
    }

    /** A network with each batch that a search has looked at; the next one looks at some of them again. */
    private static final class Batches {
        private final NetworkFacts network;
        private final LongFunction<Graph> batched;
        private final Map<Long, Optional<NetworkFacts>> known = new HashMap<>();

        Batches(NetworkFacts network, LongFunction<Graph> batched) {
            this.network = network;
            this.batched = batched;
            known.put(network.graph().input().batch(), Optional.of(network));
        }

        LargestBatch largest(long limit, Function<NetworkFacts, Need> needs) {
            return LargestBatch.within(limit, batch -> needs(with(batch), needs));
        }

        private static Optional<Need> needs(Optional<NetworkFacts> batched, Function<NetworkFacts, Need> needs) {
            try {
                return batched.map(needs);
            } catch (ProblemException | ArithmeticException tooMuch) {
                return Optional.empty();
            }
        }

        /** Empty where there is no such batch. */
        private Optional<NetworkFacts> with(long batch) {
            return known.computeIfAbsent(batch, newcomer -> {
                try {
                    return Optional.of(NetworkFacts.of(batched.apply(newcomer), network.type()));
                } catch (ProblemException | Refusal | ArithmeticException noSuchBatch) {
                    return Optional.empty();
                }
            });
        }
    }
}
