package io.archmeter.spec.expression;

import java.util.function.IntPredicate;

/** The comparisons; {@code ==} and {@code !=} take any two values of one type, the others numbers. */
enum Comparison {
    EQUAL("==", order -> order == 0),
    UNEQUAL("!=", order -> order != 0),
    BELOW("<", order -> order < 0),
    AT_MOST("<=", order -> order <= 0),
    ABOVE(">", order -> order > 0),
    AT_LEAST(">=", order -> order >= 0);

    private final String symbol;
    private final IntPredicate holds;

    Comparison(String symbol, IntPredicate holds) {
        this.symbol = symbol;
        this.holds = holds;
    }

    String symbol() {
        return symbol;
    }

    boolean isOfEquality() {
        return this == EQUAL || this == UNEQUAL;
    }

    /** Whether it holds for two values that compare so. */
    boolean holds(int order) {
        return holds.test(order);
    }
}
