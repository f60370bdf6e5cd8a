package io.archmeter.sweep;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.util.Optional;

/** Makes the network of each point, and counts it. */
final class WholeNetworks implements Evaluation {
    private final SweptSpec spec;
    private final Figures figures;

    WholeNetworks(SweptSpec spec, Figures figures) {
        this.spec = spec;
        this.figures = figures;
    }

    @Override
    public Outcome of(Point point) {
        try {
            NetworkFacts facts = NetworkFacts.of(
                    spec.graph(Optional.empty(), spec.params(point.settings()), point.input(), point.batch()),
                    point.type());
            return new Outcome.Measured(figures.of(facts));
        } catch (ProblemException none) {
            Problem first = none.problems().get(0);
            return new Outcome.Refused(first.code(), first.fact());
        }
    }
}
