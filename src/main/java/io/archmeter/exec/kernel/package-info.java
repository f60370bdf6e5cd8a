/**
 * The kernels, each in a file of its own: the loops that run an operator on tensors, and count their multiply-adds. A
 * kernel sees the attributes of its operator and its tensors. It must not know the rule of the operator, or the graph.
 *
 * @since 0.2.0
 */
package io.archmeter.exec.kernel;
