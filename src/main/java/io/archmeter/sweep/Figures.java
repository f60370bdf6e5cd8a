package io.archmeter.sweep;

import io.archmeter.analysis.Depth;
import io.archmeter.analysis.ReceptiveFields;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.metric.MeasuredNetwork;
import io.archmeter.metric.Metric;
import io.archmeter.training.Optimizer;
import io.archmeter.training.TrainingMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which figures are counted, and nothing but these: a plan of memory takes longer than all sums. At inference; what is of training is with Adam. */
record Figures(List<Metric> metrics) {
    Figures {
        metrics = List.copyOf(metrics);
    }

    /** Whether a chain of networks has of each what its parts have together. */
    boolean areSums() {
        return metrics.stream().allMatch(Figures::isSum);
    }

    private static boolean isSum(Metric metric) {
        return metric == Metric.LAYERS
                || metric == Metric.DEPTH
                || metric.together() == Metric.Together.SUM
                        && metric.amount(Cost.ZERO).isPresent();
    }

    /** @throws io.archmeter.problem.ProblemException where a count does not fit a {@code long} */
    List<Optional<Amount>> of(NetworkFacts network) {
        return areSums() ? sums(network) : all(network);
    }

    private List<Optional<Amount>> sums(NetworkFacts network) {
        Cost total = network.total(false);
        List<Optional<Amount>> sums = new ArrayList<>(metrics.size());
        for (Metric metric : metrics) {
            sums.add(
                    switch (metric) {
                        case LAYERS ->
                            Optional.of(Amount.exactly(network.layers(false).size()));
                        case DEPTH -> Optional.of(Depth.of(network));
                        default -> metric.amount(total);
                    });
        }
        return sums;
    }

    private List<Optional<Amount>> all(NetworkFacts network) {
        boolean trained = metrics.stream().anyMatch(Metric::isOfTraining)
                && network.type().hasGradients();
        MeasuredNetwork measured = new MeasuredNetwork(
                network.type(),
                Optional.of(new MeasuredNetwork.Costs(
                        network.total(false),
                        ReceptiveFields.of(network).seenBy(network.graph().output()),
                        network.layers(false).size())),
                MemoryPlanner.plan(network, false),
                trained ? Optional.of(TrainingMemory.of(network, Optimizer.ADAM)) : Optional.empty(),
                Optional.empty(),
                Optional.of(Depth.of(network)));
        List<Optional<Amount>> all = new ArrayList<>(metrics.size());
        for (Metric metric : metrics) {
            all.add(metric.amount(measured));
        }
        return all;
    }

    /** What two parts of a chain have together; throws {@link ArithmeticException} where a sum does not fit a {@code long}. */
    static List<Amount> together(List<Amount> some, List<Amount> more) {
        List<Amount> together = new ArrayList<>(some.size());
        for (int i = 0; i < some.size(); i++) {
            together.add(some.get(i).plus(more.get(i)));
        }
        return together;
    }
}
