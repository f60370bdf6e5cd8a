/**
 * Compares two snapshots: which layer of one model is which layer of the other, and what has changed. It must not know
 * budgets, or how a change is shown.
 */
package io.archmeter.diff;
