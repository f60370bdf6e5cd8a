package io.archmeter.op;

import java.util.Locale;

/** Kinds of operations that are no multiply-adds. Counting conventions differ in which of these they count. */
public enum ElementaryOperation {
    ADD,
    MULTIPLY,
    DIVIDE,
    COMPARE,
    EXPONENTIAL,
    POWER,
    LOGARITHM;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
