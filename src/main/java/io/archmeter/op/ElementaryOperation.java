package io.archmeter.op;

import java.util.Locale;

/**
 * Kinds of operations that are no multiply-adds. Counting conventions differ in which of these they count.
 *
 * <p>What a function costs follows from its definition in PyTorch's documentation: of several branches the one that costs most, and
 * what stands there twice once. A difference is an add, a root a power, a magnitude a comparison, and tanh two exponentials, their sum
 * and difference, and a division. A change of sign is no operation.
 */
public enum ElementaryOperation {
    ADD,
    MULTIPLY,
    DIVIDE,
    COMPARE,
    EXPONENTIAL,
    POWER,
    LOGARITHM,
    /** A sine or cosine. */
    SINE,
    /** 2/√π times the integral of exp(−t²) from 0. */
    ERROR_FUNCTION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
