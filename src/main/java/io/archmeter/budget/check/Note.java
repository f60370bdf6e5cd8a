package io.archmeter.budget.check;

import io.archmeter.problem.Span;

/**
 * Something that a person should know, and that breaks no limit.
 *
 * @param model its key
 * @param place where it can be seen
 */
public record Note(Rule rule, String model, Span place, String text) {}
