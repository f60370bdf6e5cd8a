package io.archmeter.budget.check;

import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;

/**
 * What a layer adds to what is limited.
 *
 * @param origin where the layer is written
 * @param metric what is added up: the limited metric, or, where only a network has that, the one that it depends on
 * @param whole what all layers that the limit counts have together; more than zero
 */
public record Contribution(String layer, Origin origin, Metric metric, long value, long whole) {
    public Contribution {
        if (value < 0 || whole < value || whole == 0) {
            throw new IllegalArgumentException(layer + " cannot have " + value + " of " + whole);
        }
    }

    /** What to look at first. */
    public Span place() {
        return origin.place();
    }

    Contribution at(Span place) {
        return new Contribution(layer, Origin.at(place), metric, value, whole);
    }
}
