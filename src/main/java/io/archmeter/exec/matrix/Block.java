package io.archmeter.exec.matrix;

/**
 * A block of a matrix, where a tile puts its sums.
 *
 * @param data the array that it lies in
 * @param offset where its first element lies
 * @param stride elements from one row to the next
 * @param rows not more than those of the tile
 * @param columns not more than those of the tile
 */
public record Block(float[] data, int offset, int stride, int rows, int columns) {}
