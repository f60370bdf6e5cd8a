/**
 * The language of expressions: {@code =width * 2}, templates in names, and what they are evaluated with. It must not know
 * layers.
 */
package io.archmeter.spec.expression;
