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
public record Limit(Scope scope, Metric metric, Bound bound, Span place, Level level) {
    /** What conventions count. */
    public static final String FLOPS = "flops";

    public Limit {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(level, "level");
        if (!metric.isRecorded()) {
            throw new IllegalArgumentException("nothing remembers " + metric + ", so it cannot be limited");
        }
    }

    /** The key of what is limited: that of the metric, or {@link #FLOPS}, which only a convention counts. */
    public String figure() {
        return scope instanceof Scope.Counted ? FLOPS : metric.toString();
    }

    /** One with which a check fails. */
    public Limit(Scope scope, Metric metric, Bound bound, Span place) {
        this(scope, metric, bound, place, Level.ERROR);
    }
}
