/**
 * The document of a change: what it costs, and which layers it touches. It must not know budgets or the command line.
 */
package io.archmeter.report.diff;
