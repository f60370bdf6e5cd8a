/**
 * Graphs to costs: parameters, work, memory and receptive fields of each layer, with the formulas that explain them.
 * It must not know files, how a number is shown, or what a run of the network observes.
 *
 * @since 0.2.0
 */
package io.archmeter.analysis;
