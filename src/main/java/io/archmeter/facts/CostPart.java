package io.archmeter.facts;

/**
 * The counts that a {@link Cost} is made of.
 *
 * @since 0.2.0
 */
public enum CostPart {
    PARAMETERS,
    BUFFERS,
    MULTIPLY_ADDS,
    EFFECTIVE_MULTIPLY_ADDS,
    WEIGHT_BYTES,
    OUTPUT_BYTES,
    OTHERS
}
