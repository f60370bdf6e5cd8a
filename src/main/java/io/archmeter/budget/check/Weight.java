package io.archmeter.budget.check;

import io.archmeter.problem.Span;
import io.archmeter.snapshot.Figure;

/**
 * What a layer adds to what is limited.
 *
 * @param place where the layer is written
 * @param figure what is added up: the limited figure, or, where only a network has that, the one that it depends on
 * @param whole what all layers that the limit counts have together; more than zero
 */
public record Weight(String layer, Span place, Figure figure, long value, long whole) {
    public Weight {
        if (value < 0 || whole < value || whole == 0) {
            throw new IllegalArgumentException(layer + " cannot have " + value + " of " + whole);
        }
    }
}
