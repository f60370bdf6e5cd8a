package io.archmeter.graph;

/**
 * What a node takes, by its number in the graph: a value that another node puts out, or a weight.
 *
 * @since 0.2.0
 */
public sealed interface Operand {
    /** The number in the graph's list of values, or in that of its weights. */
    int number();

    /** A value. */
    record OfValue(int number) implements Operand {}

    /** A weight. */
    record OfWeight(int number) implements Operand {}

    static Operand value(int number) {
        return new OfValue(number);
    }

    static Operand weight(int number) {
        return new OfWeight(number);
    }
}
