package io.archmeter.convention.reconcile;

import io.archmeter.convention.WorkKind;
import java.util.List;

/**
 * A difference between two conventions.
 *
 * @param kind of the work that they price differently
 * @param name what is counted more, or less, or otherwise, as people read it
 * @param before the price in the first, as it is written; empty where it has none
 * @param after the price in the second, as it is written; empty where it has none
 * @param operators whose work it is, in the order in which they come first
 * @param layers whose work it is, in the order of execution
 * @param amount what the second counts more; negative where it counts less
 */
public record ReconcilingTerm(
        WorkKind kind,
        String name,
        String before,
        String after,
        List<String> operators,
        List<String> layers,
        long amount) {
    public ReconcilingTerm {
        operators = List.copyOf(operators);
        layers = List.copyOf(layers);
    }
}
