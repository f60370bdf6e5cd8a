package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.Tile;

/**
 * What a thread works with at a convolution.
 *
 * @param sums a block of the output that is still to be put in order
 */
record Desk(WindowPanel windows, Tile tile, float[] sums) {}
