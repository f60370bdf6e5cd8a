package io.archmeter.roofline;

import io.archmeter.facts.Amount;

/**
 * A layer that reads some rows of a table: only its indices know how many different ones.
 *
 * @param least bytes of the rows that it reads whatever the indices are
 * @param most bytes of the rows where no index stands twice, as far as the table has them
 */
public record Lookup(String layer, Amount least, Amount most) {}
