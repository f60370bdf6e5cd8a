package io.archmeter.growth;

import io.archmeter.analysis.Depth;
import io.archmeter.analysis.ReceptiveField;
import io.archmeter.analysis.ReceptiveFields;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.facts.Exact;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.metric.MeasuredNetwork;
import io.archmeter.metric.Metric;
import io.archmeter.training.Optimizer;
import io.archmeter.training.TrainingMemory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured of a network.
 *
 * @param metrics recorded ones
 * @param training whether the outputs beside the main one count as well
 * @param optimizer what changes the parameters
 */
public record Measures(List<Metric> metrics, boolean training, Optimizer optimizer) {
    public Measures {
        metrics = List.copyOf(metrics);
    }

    /** The same of other figures. */
    Measures of(List<Metric> others) {
        return new Measures(others, training, optimizer);
    }

    /**
     * The figures that there are: in whole numbers there are no gradients.
     *
     * @throws io.archmeter.problem.ProblemException where one does not fit a {@code long}
     */
    Map<Metric, Amount> of(NetworkFacts network) {
        return Exact.at(network.graph().lastNode(), () -> figures(network));
    }

    /** What is dear is left out where nobody asks for it: a plan of the memory, and more so an iteration of training. */
    private Map<Metric, Amount> figures(NetworkFacts network) {
        Cost total = network.total(training);
        Map<Metric, Amount> figures = new EnumMap<>(Metric.class);
        metrics.forEach(metric -> metric.amount(total).ifPresent(amount -> figures.put(metric, amount)));
        if (figures.size() < metrics.size()) {
            MeasuredNetwork measured = measured(network, total);
            metrics.forEach(metric -> metric.amount(measured).ifPresent(amount -> figures.put(metric, amount)));
        }
        return figures;
    }

    private MeasuredNetwork measured(NetworkFacts network, Cost total) {
        Optional<ReceptiveField> field = metrics.contains(Metric.RECEPTIVE_FIELD)
                ? ReceptiveFields.of(network).seenBy(network.graph().output())
                : Optional.empty();
        Optional<TrainingMemory> iteration = metrics.stream().anyMatch(Metric::isOfTraining)
                        && network.type().hasGradients()
                ? Optional.of(TrainingMemory.of(network, optimizer))
                : Optional.empty();
        return new MeasuredNetwork(
                network.type(),
                Optional.of(new MeasuredNetwork.Costs(
                        total, field, network.layers(training).size())),
                MemoryPlanner.plan(network, training),
                iteration,
                Optional.empty(),
                metrics.contains(Metric.DEPTH) ? Optional.of(Depth.of(network)) : Optional.empty());
    }
}
