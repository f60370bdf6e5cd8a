package io.archmeter.budget;

import io.archmeter.problem.Span;

/**
 * An operator that a network may not have.
 *
 * @param place where it is forbidden
 */
public record Forbidden(String operator, Span place) {}
