package io.archmeter.facts;

import io.archmeter.graph.Node;
import io.archmeter.op.Refusal;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.util.function.Supplier;

/**
 * Counts that fit a {@code long}, or are a problem of the layer that made them too large.
 *
 * @since 0.2.0
 */
public final class Exact {
    private Exact() {}

    /**
     * What comes of exact arithmetic.
     *
     * @param node whose counts it adds or multiplies
     * @throws ProblemException in place of an {@link ArithmeticException}
     */
    public static <T> T at(Node node, Supplier<T> arithmetic) {
        try {
            return arithmetic.get();
        } catch (ArithmeticException tooLarge) {
            throw overflow(node);
        }
    }

    /**
     * A sum that grows by what a node adds to it.
     *
     * @throws ProblemException where it does not fit a {@code long}
     */
    public static long sum(long sum, long more, Node node) {
        try {
            return Math.addExact(sum, more);
        } catch (ArithmeticException tooLarge) {
            throw overflow(node);
        }
    }

    /**
     * A sum that grows by what a node adds to it.
     *
     * @throws ProblemException where its known part does not fit a {@code long}
     */
    public static Amount sum(Amount sum, Amount more, Node node) {
        try {
            return sum.plus(more);
        } catch (ArithmeticException tooLarge) {
            throw overflow(node);
        }
    }

    /** Too large a count, or what an operator of a project refuses although it has accepted the shapes: it is broken. */
    static ProblemException problem(Node node, RuntimeException impossible) {
        if (!(impossible instanceof Refusal refusal)) {
            return overflow(node);
        }
        return new ProblemException(
                new Problem(refusal.code(), node.place(), node.name(), refusal.fact(), refusal.remedy()));
    }

    /** What is wrong with a node whose counts are too large. */
    public static ProblemException overflow(Node node) {
        return new ProblemException(new Problem(
                "overflow",
                node.place(),
                node.name(),
                "the network costs more than a 64-bit number can count",
                "check the batch, the sizes and the channels; no machine could run this"));
    }
}
