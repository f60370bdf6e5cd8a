package io.archmeter.spec;

import io.archmeter.problem.Span;
import java.util.Optional;

/**
 * A param of a model or a block.
 *
 * @param fallback what holds when nothing is said; empty: it is required
 */
record Param(Span at, String name, Optional<Written> fallback) {
    /** The word in place of a value that marks a param as one that has to be given. */
    static final String REQUIRED = "required";
}
