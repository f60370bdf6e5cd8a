package io.archmeter.exec.matrix;

/** Weighted sums of a few elements at fixed distances, for many places side by side. A stencil belongs to one thread. */
public interface Stencil {
    /** Elements after the last place that arrays must have: they may be read and written, and hold anything. */
    int SLACK = 64;

    /**
     * sums[i] = bias + Σ weights[first + t]·plane[offsets[t] + i] over all offsets, in their order, for i from 0 to {@code count} − 1.
     */
    void apply(float[] plane, int[] offsets, float[] weights, int first, float bias, float[] sums, int count);
}
