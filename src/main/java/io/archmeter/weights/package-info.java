/** Weights and inputs whose values follow from a seed, the same on every machine. It must not know who reads them. */
package io.archmeter.weights;
