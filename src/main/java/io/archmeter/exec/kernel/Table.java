package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;

/**
 * Rows of weights that indices stand for. Indices are drawn without a look at the table: one beyond it, which PyTorch refuses, stands
 * for the row that is reached when the count begins again with the first.
 */
record Table(float[] elements, int rows, int dimension) {
    static Table draw(long rows, long dimension, Weights weights) {
        return new Table(weights.draw("weight", rows, dimension), Math.toIntExact(rows), Math.toIntExact(dimension));
    }

    /** Where the row begins that an element of a tensor stands for. */
    int begin(Tensor indices, int element) {
        return Math.floorMod((int) indices.data()[indices.offset() + element], rows) * dimension;
    }
}
