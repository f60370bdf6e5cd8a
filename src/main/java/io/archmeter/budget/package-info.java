/**
 * What models are held to, as values: limits, their bounds and scopes, and the models themselves. It must not know how
 * a budget is written, or how a limit is checked.
 */
package io.archmeter.budget;
