package io.archmeter.convention.reconcile;

import io.archmeter.convention.Convention;

/** A convention, and what it counts of a network. */
public record Finding(Convention convention, Setup setup, long total) {}
