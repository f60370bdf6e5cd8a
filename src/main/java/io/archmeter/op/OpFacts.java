package io.archmeter.op;

import java.util.List;

/**
 * All that is known of an operator on given inputs.
 *
 * @param extents how the extents of the output come about
 */
public record OpFacts(List<Formula> extents, List<Weight> weights, Work work, Reach reach, Storage storage) {
    public OpFacts {
        extents = List.copyOf(extents);
        weights = List.copyOf(weights);
    }
}
