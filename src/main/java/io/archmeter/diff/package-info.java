/**
 * Compares two snapshots: what has changed, and what that costs. It must not know budgets, or how a change is shown.
 *
 * @since 0.2.0
 */
package io.archmeter.diff;
