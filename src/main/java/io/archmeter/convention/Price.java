package io.archmeter.convention;

import io.archmeter.spec.expression.Unevaluated;

/**
 * What a kind of work of an operator costs.
 *
 * @param name as people read it: {@code 2 per element of batch normalization}; empty where nobody gave it one
 * @param text as it is written, without the {@code =}: {@code 2 * input}
 * @param cost the number, or the expression over the {@link LayerQuantities}
 */
public record Price(WorkKind kind, String name, String text, Unevaluated cost) {}
