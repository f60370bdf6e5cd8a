/**
 * Budgets with their models measured and their baselines read: what a check, or a new baseline, begins with. It must not
 * know how a result is shown.
 */
package io.archmeter.budget.run;
