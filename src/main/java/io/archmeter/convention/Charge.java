package io.archmeter.convention;

import io.archmeter.facts.Amount;

/** What one kind of work of a layer comes to. */
public record Charge(Price price, Amount amount) {}
