/**
 * Tensors that lie in an array, what a kernel is, and the threads that share its loops. It must not know any operator.
 *
 * @since 0.2.0
 */
package io.archmeter.exec.tensor;
