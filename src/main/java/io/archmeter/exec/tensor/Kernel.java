package io.archmeter.exec.tensor;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;

/**
 * Executes one operator. A kernel sees attributes, tensors and weights, and never a rule: it finds extents by sliding its
 * windows, draws the weights that it uses, and counts the multiply-adds that its loops do. That is what makes agreement mean
 * something.
 */
public interface Kernel<O extends Op> {
    /** Draws the weights of a layer and lays them out; what comes back can be run any number of times. */
    Pass prepare(O op, List<Shape> inputs, Weights weights);
}
