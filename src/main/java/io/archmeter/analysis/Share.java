package io.archmeter.analysis;

import io.archmeter.facts.Cost;

/**
 * What several layers of a network cost together.
 *
 * @param label what they have in common
 * @param layers how many there are
 * @since 0.1.0
 */
public record Share(String label, int layers, Cost cost) {
    Share plus(Share more) {
        return new Share(label, layers + more.layers, cost.plus(more.cost));
    }
}
