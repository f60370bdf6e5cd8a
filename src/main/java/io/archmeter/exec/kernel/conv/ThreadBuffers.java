package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Tile;

/**
 * What a thread works with at a convolution.
 *
 * @param sums a block of the output that is still to be put in order
 */
record ThreadBuffers(WindowPanel windows, Tile tile, float[] sums) {}
