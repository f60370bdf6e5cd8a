package io.archmeter.verify;

import io.archmeter.exec.Observation;
import io.archmeter.facts.Cost;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A network as a whole, as far as it is computed. Nothing of it is observed where the run ended early, but the arena.
 *
 * @param weights elements of all tensors of weights
 * @param multiplyAdds taps on padding included
 * @param effectiveMultiplyAdds those executed
 * @param multiplications how many were done for these; empty where the run ended early
 * @param agreement whether the output is that of the definition to 10⁻⁴ of its largest element; empty where the definition was followed,
 *     or the run ended early
 * @param peakBytes the most that is held before the first layer or while one runs
 * @param arenaBytes of the one array in which all activations lie
 * @since 0.2.0
 */
public record Totals(
        Comparison<Long> weights,
        Comparison<Long> multiplyAdds,
        Comparison<Long> effectiveMultiplyAdds,
        Optional<Long> multiplications,
        Optional<Comparison<Boolean>> agreement,
        Comparison<Long> peakBytes,
        Comparison<Long> arenaBytes) {

    /**
     * The prediction beside what was seen.
     *
     * @param cost of all layers, without what their data decide
     * @param decided the layers of which their data decide how much they compute
     * @param weights elements of all tensors of weights
     * @param ran the layers that ran; empty where not all did
     * @param agrees whether the output is that of the definition; empty where that was not asked
     * @param startBytes that were held before the first layer ran
     */
    static Totals of(
            Cost cost,
            List<LayerVerification> decided,
            long weights,
            MemoryPlan plan,
            Optional<List<Observation>> ran,
            Optional<Boolean> agrees,
            long startBytes,
            long arenaBytes) {
        return new Totals(
                sum("weight elements", weights, ran, Observation::weights),
                sum(
                        Metric.MULTIPLY_ADDS,
                        cost,
                        decided,
                        LayerVerification::multiplyAdds,
                        ran,
                        seen -> seen.executed() + seen.padded()),
                sum(
                        Metric.EFFECTIVE_MULTIPLY_ADDS,
                        cost,
                        decided,
                        LayerVerification::effectiveMultiplyAdds,
                        ran,
                        Observation::executed),
                ran.map(seen ->
                        seen.stream().mapToLong(Observation::multiplications).sum()),
                agrees.map(seen -> new Comparison<>("output as by the definition", true, Optional.of(seen))),
                new Comparison<>("peak bytes", plan.peak().bytes(), ran.map(seen -> mostHeld(startBytes, seen))),
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
        List<Comparison<?>> comparisons =
                new ArrayList<>(List.of(weights, multiplyAdds, effectiveMultiplyAdds, peakBytes, arenaBytes));
        agreement.ifPresent(comparisons::add);
        return comparisons;
    }

    private static Comparison<Long> sum(
            Metric metric,
            Cost cost,
            List<LayerVerification> decided,
            Function<LayerVerification, Comparison<Long>> compared,
            Optional<List<Observation>> ran,
            ToLongFunction<Observation> observed) {
        long predicted = metric.amount(cost).orElseThrow().atLeast();
        for (LayerVerification layer : decided) {
            predicted = Math.addExact(predicted, compared.apply(layer).predicted());
        }
        return sum(metric.words(), predicted, ran, observed);
    }

    private static Comparison<Long> sum(
            String quantity, long predicted, Optional<List<Observation>> ran, ToLongFunction<Observation> observed) {
        return new Comparison<>(
                quantity,
                predicted,
                ran.map(seen -> seen.stream().mapToLong(observed).sum()));
    }

    private static long mostHeld(long startBytes, List<Observation> ran) {
        return ran.stream().mapToLong(Observation::heldBytes).reduce(startBytes, Math::max);
    }
}
