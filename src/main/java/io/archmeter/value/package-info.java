/**
 * Ground values: numbers, texts, flags and lists of them as specs and budgets have them, exact fractions, and numbers with
 * units. They know nothing else.
 *
 * @since 0.2.0
 */
package io.archmeter.value;
