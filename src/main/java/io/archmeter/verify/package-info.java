/**
 * Compares, layer by layer, what was predicted with what a forward pass observed. It is the one package that knows
 * both halves, and must not know how the result is shown.
 *
 * @since 0.2.0
 */
package io.archmeter.verify;
