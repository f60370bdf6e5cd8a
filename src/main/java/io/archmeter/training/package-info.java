/**
 * What one iteration of training holds in memory at each step: the tensors that autograd saves, the gradients, and the
 * state of the optimizer. It must not know how its numbers are shown.
 *
 * @since 0.2.0
 */
package io.archmeter.training;
