package io.archmeter.facts;

import io.archmeter.graph.Weight;
import java.util.List;

/**
 * A tensor of weights, and who takes it.
 *
 * @param sharers the layers that take it beside the one that it is counted to
 * @since 0.2.0
 */
public record UsedWeight(Weight weight, List<String> sharers) {
    public UsedWeight {
        sharers = List.copyOf(sharers);
    }
}
