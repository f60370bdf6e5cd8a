package io.archmeter.graph;

import java.util.Objects;

/**
 * What a node takes for one of the weights of its operator.
 *
 * @param role what the operator calls it: {@code weight}, {@code running_mean}
 * @param operand a weight of the graph, or a value that is computed
 */
public record WeightUse(String role, Operand operand) {
    public WeightUse {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(operand, "operand");
    }
}
