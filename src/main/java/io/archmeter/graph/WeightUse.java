package io.archmeter.graph;

import java.util.Objects;

/**
 * What a node takes for one of the weights of its operator.
 *
 * @param role what the operator calls it: {@code weight}, {@code running_mean}
 * @param operand a weight of the graph, or a value that is computed
 * @since 0.2.0
 */
public record WeightUse(String role, Operand operand) {
    /** Stands in roles between what the operator calls it and one of the several weights that it is computed of. */
    public static final String OF = " of ";

    /** Begins the role of a tensor that is known before the network runs, and works as an attribute does. */
    public static final String AS_ATTRIBUTE = "attribute ";

    public WeightUse {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(operand, "operand");
    }

    /** Whether it is what an operator calls so, or one of the weights that this is computed of. */
    public boolean serves(String asked) {
        return role.equals(asked) || role.startsWith(asked + OF);
    }

    /** What it is called by itself, without what it serves. */
    public String name() {
        int own = role.indexOf(OF);
        return isAttribute()
                ? role.substring(AS_ATTRIBUTE.length())
                : own < 0 ? role : role.substring(own + OF.length());
    }

    /** The same for another role. */
    public WeightUse as(String other) {
        return new WeightUse(other, operand);
    }

    /** Whether its elements work as an attribute does. */
    public boolean isAttribute() {
        return role.startsWith(AS_ATTRIBUTE);
    }
}
