package io.archmeter.graph;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;

/** A count that does not fit a {@code long}. */
public final class Overflow {
    private Overflow() {}

    /** The problem at the node whose count made the number too large. */
    public static ProblemException at(Node node) {
        return new ProblemException(new Problem(
                "overflow",
                node.place(),
                node.name(),
                "the network costs more than a 64-bit number can count",
                "check the batch, the sizes and the channels; no machine could run this"));
    }
}
