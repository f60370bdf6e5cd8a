/**
 * Compares two snapshots: what has changed, and what that costs. It must not know budgets, or how a change is shown.
 */
package io.archmeter.diff;
