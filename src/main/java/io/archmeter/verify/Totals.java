package io.archmeter.verify;

import io.archmeter.analysis.Cost;
import io.archmeter.exec.Observation;
import io.archmeter.memory.MemoryPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A network as a whole. Nothing of it is observed where the run ended early, but the arena.
 *
 * @param weights elements of all tensors of weights
 * @param multiplyAdds taps on padding included
 * @param effectiveMultiplyAdds those executed
 * @param peakBytes the most that is held while a layer runs
 * @param arenaBytes of the one array in which all activations lie
 */
public record Totals(
        Comparison<Long> weights,
        Comparison<Long> multiplyAdds,
        Comparison<Long> effectiveMultiplyAdds,
        Comparison<Long> peakBytes,
        Comparison<Long> arenaBytes) {

    /**
     * The prediction beside what was seen.
     *
     * @param ran the layers that ran; empty where not all did
     */
    static Totals of(Cost cost, MemoryPlan plan, Optional<List<Observation>> ran, long arenaBytes) {
        return new Totals(
                sum("weight elements", Math.addExact(cost.parameters(), cost.buffers()), ran, Observation::weights),
                sum("multiply-adds", cost.multiplyAdds(), ran, seen -> seen.executed() + seen.padded()),
                sum("effective multiply-adds", cost.effectiveMultiplyAdds(), ran, Observation::executed),
                new Comparison<>("peak bytes", plan.peak().bytes(), ran.map(Totals::mostHeld)),
                new Comparison<>("arena bytes", plan.arenaBytes(), Optional.of(arenaBytes)));
    }

    /** Whether exactly what was predicted was observed. */
    public boolean equal() {
        return comparisons().stream().allMatch(Comparison::equal);
    }

    /** What differs. */
    public List<Comparison<?>> differences() {
        return Comparison.differing(comparisons());
    }

    /** The taps that fell on padding; empty where the run ended early. */
    public Optional<Long> paddedTaps() {
        return multiplyAdds
                .observed()
                .map(all -> all - effectiveMultiplyAdds.observed().orElseThrow());
    }

    private List<Comparison<?>> comparisons() {
        return List.of(weights, multiplyAdds, effectiveMultiplyAdds, peakBytes, arenaBytes);
    }

    private static Comparison<Long> sum(
            String quantity, long predicted, Optional<List<Observation>> ran, ToLongFunction<Observation> observed) {
        return new Comparison<>(
                quantity,
                predicted,
                ran.map(seen -> seen.stream().mapToLong(observed).sum()));
    }

    private static long mostHeld(List<Observation> ran) {
        return ran.stream().mapToLong(Observation::heldBytes).max().orElse(0);
    }
}
