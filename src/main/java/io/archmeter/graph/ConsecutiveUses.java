package io.archmeter.graph;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * The weights of a layer's own, which have numbers in a row. All layers of one kind share what their operator calls them: of a million
 * layers, each use as an object of its own would be the most of what is held.
 *
 * @since 0.2.0
 */
public final class ConsecutiveUses<T> extends AbstractList<WeightUse> implements RandomAccess {
    private final List<T> declared;
    private final Function<T, String> role;
    private final int first;

    /**
     * @param declared what the operator asks for, in order; nobody changes it
     * @param role what it calls each
     * @param first the number of the first weight
     */
    public ConsecutiveUses(List<T> declared, Function<T, String> role, int first) {
        this.declared = declared;
        this.role = role;
        this.first = first;
    }

    @Override
    public WeightUse get(int index) {
        return new WeightUse(role.apply(declared.get(index)), Operand.weight(number(index)));
    }

    /** The number of the weight in a place, without an object for its use. */
    int number(int index) {
        return first + Objects.checkIndex(index, declared.size());
    }

    @Override
    public int size() {
        return declared.size();
    }
}
