package io.archmeter.convention;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a tool or a lecture counts.
 *
 * @param name by which it is asked for: {@code fvcore}
 * @param title one line about it
 * @param version of the tool whose rules these are; empty where it has none
 * @param source where the rules stand: a repository and file, a paper, a lecture
 * @param unit what its figures are made of
 * @param notes what is to be known of it, a sentence each
 * @param operators the prices of an operator's work, by the name of the operator
 * @param others the prices of all other operators; empty where nothing is known of these
 */
public record Convention(
        String name,
        String title,
        String version,
        String source,
        Unit unit,
        List<String> notes,
        Map<String, List<Price>> operators,
        Optional<List<Price>> others) {

    /** What the figures of a convention are made of. */
    public enum Unit {
        /** Elements of tensors: multiply-adds do not count. */
        ELEMENTS(0),
        /** A multiplication and an addition together are one. */
        MULTIPLY_ADDS(1),
        /** A multiplication and an addition are two. */
        OPERATIONS(2);

        private final int multiplyAdd;

        Unit(int multiplyAdd) {
            this.multiplyAdd = multiplyAdd;
        }

        /** What one multiply-add is in it. */
        public int multiplyAdd() {
            return multiplyAdd;
        }

        /** The unit in which a multiply-add is so many. */
        public static Optional<Unit> of(long multiplyAdd) {
            for (Unit unit : values()) {
                if (unit.multiplyAdd == multiplyAdd) {
                    return Optional.of(unit);
                }
            }
            return Optional.empty();
        }
    }

    public Convention {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a convention needs a name");
        }
        notes = List.copyOf(notes);
        Map<String, List<Price>> copy = new LinkedHashMap<>();
        operators.forEach((operator, prices) -> copy.put(operator, List.copyOf(prices)));
        operators = Collections.unmodifiableMap(copy);
        others = others.map(List::copyOf);
    }

    /** The prices of an operator's work; empty where it is not known what that costs. */
    public Optional<List<Price>> prices(String operator) {
        return Optional.ofNullable(operators.get(operator)).or(() -> others);
    }

    /** Whether it has prices of the operator's own. */
    public boolean names(String operator) {
        return operators.containsKey(operator);
    }
}
