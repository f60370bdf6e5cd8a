package io.archmeter.op;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;

/** The problem that an extent has to be known, and nobody knows it. */
public final class UnknownExtent {
    public static final String CODE = "unknown-extent";

    private UnknownExtent() {}

    /**
     * @param fact why it has to be known
     * @param origin the layer or input that it comes from
     */
    public static Problem at(Span place, String layer, String fact, String origin) {
        return new Problem(CODE, place, layer, fact, remedy(origin));
    }

    public static String remedy(String origin) {
        return "say how large '" + origin + "' is, or give the input with --input";
    }
}
