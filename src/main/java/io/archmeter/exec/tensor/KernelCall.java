package io.archmeter.exec.tensor;

import io.archmeter.graph.Shape;

/** One run of a layer: what it is given, where its output goes, and who does the work. */
public interface KernelCall {
    int inputs();

    Tensor input(int number);

    /** The one input of an operator that takes one. */
    default Tensor input() {
        return input(0);
    }

    /**
     * Memory for the output, with the extents that the kernel has found. It overlaps no input, so that inputs can be read while it
     * is written, and is not cleared. A kernel calls one of the methods that give an output, once for each that it has.
     *
     * @param slot which of the operator's outputs it is, from 0
     */
    Tensor output(int slot, Shape shape);

    /** The same for the first or only output. */
    default Tensor output(Shape shape) {
        return output(0, shape);
    }

    /** The same for a kernel that has read all that an element needs when it writes it: the output may lie on an input. */
    Tensor outputInPlace(Shape shape);

    /** The one input as the output, perhaps under another shape. */
    Tensor view(Shape shape);

    /**
     * A weight as the output: it stays where it is.
     *
     * @param elements as they were drawn
     */
    Tensor weight(float[] elements, Shape shape);

    /** Adds to what was counted, from any thread, by a kernel that does what the operator's definition says. */
    default void count(long executedMultiplyAdds, long paddedTaps) {
        count(executedMultiplyAdds, paddedTaps, Math.addExact(executedMultiplyAdds, paddedTaps));
    }

    /**
     * Part of the one input along an axis as an output.
     *
     * @param slot which of the operator's outputs it is, from 0
     * @param begin where it begins along the axis
     */
    Tensor part(int slot, int axis, int begin, int extent);

    /**
     * Adds to what was counted, from any thread.
     *
     * @param executedMultiplyAdds of the definition, whose tap falls on the input
     * @param paddedTaps of the definition, which fall on padding
     * @param multiplications that the algorithm did in their place
     */
    void count(long executedMultiplyAdds, long paddedTaps, long multiplications);

    /** Tells that there is a window over nothing but padding, so that the output has a −∞ that does not come from its input. */
    default void putsOutInfinity() {}

    /**
     * Tells that a node within the layer is about to run, as those of a loop do.
     *
     * @throws Endless where there have been so many that nobody would wait for the end
     */
    default void begins() {}

    /**
     * What is to be done with each element of the output when its sum is complete. A kernel that asks does it, for all elements; after
     * one that does not ask, the caller does. To be asked for after the output.
     */
    default Epilogue epilogue() {
        return Epilogue.NONE;
    }

    /** Memory for at least so many elements of intermediate results, which hold anything; released when the layer is done. */
    float[] workspace(int elements);

    Workers workers();
}
