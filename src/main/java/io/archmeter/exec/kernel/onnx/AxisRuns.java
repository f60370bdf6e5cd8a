package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;

/**
 * The elements along one axis, for all positions of the others.
 *
 * @param before how many positions the axes before it have together
 * @param extent of the axis
 * @param after how many positions the axes after it have together
 */
record AxisRuns(int before, int extent, int after) {
    static AxisRuns of(Tensor tensor, long axis) {
        int[] extents = Positions.extents(tensor.shape());
        int at = Positions.axis(axis, extents.length);
        return new AxisRuns(
                Positions.product(extents, 0, at), extents[at], Positions.product(extents, at + 1, extents.length));
    }

    /** What is done with the elements at one position: they begin at a place, and lie some elements from each other. */
    interface Visit {
        void run(int begin, int step);
    }

    void each(Visit visit) {
        for (int outer = 0; outer < before; outer++) {
            for (int inner = 0; inner < after; inner++) {
                visit.run(outer * extent * after + inner, after);
            }
        }
    }
}
