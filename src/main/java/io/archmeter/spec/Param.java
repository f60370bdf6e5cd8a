package io.archmeter.spec;

import io.archmeter.problem.Span;
import io.archmeter.spec.expression.Unevaluated;
import java.util.Optional;

/**
 * A param of a model or a block.
 *
 * @param fallback what holds when nothing is said; empty: it is required
 */
public record Param(Span at, String name, Optional<Unevaluated> fallback) {
    /** The word in place of a value that marks a param as one that has to be given. */
    public static final String REQUIRED = "required";
}
