package io.archmeter.budget;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import java.util.Objects;

/**
 * A model with what it costs.
 *
 * @param network the one that was measured: what is asked of it later is not asked of another one, which its name may stand for by then
 */
public record Measurement(BudgetedModel subject, NetworkFacts network, Snapshot snapshot) {
    public Measurement {
        Objects.requireNonNull(network, "network");
        if (!snapshot.key().equals(subject.key())) {
            throw new IllegalArgumentException(snapshot.key() + " is not " + subject.key());
        }
    }

    /**
     * Counts everything.
     *
     * @throws io.archmeter.problem.ProblemException where a count does not fit a {@code long}
     */
    public static Measurement of(BudgetedModel subject, Graph graph) {
        NetworkFacts network = NetworkFacts.of(graph, subject.settings().dtype());
        return new Measurement(subject, network, Snapshots.of(subject.model(), network, subject.settings()));
    }
}
