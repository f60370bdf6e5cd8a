/**
 * Weights and inputs whose values follow from a seed, the same on every machine. It must not know who reads them.
 *
 * @since 0.2.0
 */
package io.archmeter.weights;
