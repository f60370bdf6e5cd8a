package io.archmeter.budget;

import io.archmeter.graph.Graph;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import java.util.Objects;

/**
 * A model with what it costs.
 *
 * @param graph the network that was measured: what is asked of it later is not asked of another one, which its name may stand for by then
 */
public record Measurement(Subject subject, Graph graph, Snapshot snapshot) {
    public Measurement {
        Objects.requireNonNull(graph, "graph");
        if (!snapshot.key().equals(subject.key())) {
            throw new IllegalArgumentException(snapshot.key() + " is not " + subject.key());
        }
    }

    /**
     * Counts everything.
     *
     * @throws io.archmeter.problem.ProblemException where a count does not fit a {@code long}
     */
    public static Measurement of(Subject subject, Graph graph) {
        return new Measurement(subject, graph, Snapshots.of(subject.model(), graph, subject.settings()));
    }
}
