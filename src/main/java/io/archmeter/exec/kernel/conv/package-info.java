/**
 * The kernels of convolutions: by definition, by rows of a matrix, depthwise, and by the algorithm of Winograd. As all kernels,
 * they see attributes and tensors, and neither rules nor the graph.
 */
package io.archmeter.exec.kernel.conv;
