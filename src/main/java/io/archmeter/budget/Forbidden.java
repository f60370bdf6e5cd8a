package io.archmeter.budget;

import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;

/**
 * An operator that a network may not have.
 *
 * @param place where it is forbidden
 * @param level what comes of it if it is there
 */
public record Forbidden(String operator, Span place, Level level) {
    private static final Bound NONE = new Bound.Absolute("forbidden", 0);

    /** One with which a check fails. */
    public Forbidden(String operator, Span place) {
        this(operator, place, Level.ERROR);
    }

    /** The same as a limit: of the layers of that operator there may be none. */
    public Limit limit() {
        return new Limit(new Scope.Operator(operator), Metric.LAYERS, NONE, place, level);
    }

    /** Whether a limit stands for such an operator. */
    public static boolean isMeantBy(Limit limit) {
        return limit.bound().equals(NONE);
    }
}
