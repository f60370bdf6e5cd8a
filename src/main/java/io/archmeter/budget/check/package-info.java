/**
 * The checks of a budget, one class for each kind of limit, and their findings: how far a model is over its limit,
 * which layers weigh most, and what to do. It must not know budget files, or how a finding is shown.
 */
package io.archmeter.budget.check;
