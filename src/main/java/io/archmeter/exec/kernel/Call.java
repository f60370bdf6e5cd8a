package io.archmeter.exec.kernel;

import io.archmeter.graph.Shape;

/** One run of a layer: what it is given, where its output goes, and who does the work. */
public interface Call {
    int inputs();

    Tensor input(int number);

    /** The one input of an operator that takes one. */
    default Tensor input() {
        return input(0);
    }

    /**
     * The place of the output, whose extents the kernel has found. It holds what was there before, possibly the input itself.
     * To be asked for once.
     */
    Tensor output(Shape shape);

    /** Adds to what was counted; from any thread. */
    void count(long executedMultiplyAdds, long paddedTaps);

    /** Memory for intermediate results, which holds what was there before; released when the layer is done. */
    float[] workspace(int elements);

    Workers workers();
}
