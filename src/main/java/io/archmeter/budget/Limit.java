package io.archmeter.budget;

import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;
import java.util.Objects;

/**
 * One bound of a budget.
 *
 * @param place where the bound is written
 * @param level what comes of it if it is not kept
 */
public record Limit(Scope scope, Metric figure, Bound bound, Span place, Level level) {
    public Limit {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(level, "level");
        if (!figure.isRecorded()) {
            throw new IllegalArgumentException("nothing remembers " + figure + ", so it cannot be limited");
        }
    }

    /** One with which a check fails. */
    public Limit(Scope scope, Metric figure, Bound bound, Span place) {
        this(scope, figure, bound, place, Level.ERROR);
    }
}
