package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.DotProducts;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;

/** Multiplies each vector along the last axis with one matrix, and adds a bias. */
interface Projection {
    /** With no more vectors, packing a matrix does not pay: reading it once is what takes time. */
    int FEW = 4;

    /** Makes a vector of features of each vector of the input. */
    void run(KernelCall call, Tensor x, Tensor y);

    /**
     * The way that suits so many vectors.
     *
     * @param matrix [features][depth]
     * @param bias of each feature
     */
    static Projection of(float[] matrix, float[] bias, int depth, long vectors, Tiling tiling, DotProducts products) {
        return vectors <= FEW
                ? new VectorProjection(matrix, bias, depth, products)
                : new BatchProjection(matrix, bias, depth, tiling);
    }
}
