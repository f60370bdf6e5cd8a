package io.archmeter.budget;

import io.archmeter.problem.Span;
import io.archmeter.snapshot.Figure;
import java.util.Objects;

/**
 * One bound of a budget.
 *
 * @param place where the bound is written
 */
public record Limit(Scope scope, Figure figure, Bound bound, Span place) {
    public Limit {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(place, "place");
    }
}
