package io.archmeter.budget;

import io.archmeter.problem.Span;
import io.archmeter.snapshot.Figure;
import java.util.Objects;

/**
 * One bound of a budget.
 *
 * @param place where the bound is written
 * @param level what comes of it if it is not kept
 */
public record Limit(Scope scope, Figure figure, Bound bound, Span place, Level level) {
    public Limit {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(level, "level");
    }

    /** One with which a check fails. */
    public Limit(Scope scope, Figure figure, Bound bound, Span place) {
        this(scope, figure, bound, place, Level.ERROR);
    }
}
