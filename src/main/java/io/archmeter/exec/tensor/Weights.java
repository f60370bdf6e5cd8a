package io.archmeter.exec.tensor;

/** The weights of one layer; what is drawn is counted. */
public interface Weights {
    /** The elements of a tensor of the layer, the last axis fastest. */
    float[] draw(String tensor, long... extents);
}
