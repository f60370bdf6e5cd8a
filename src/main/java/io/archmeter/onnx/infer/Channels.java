package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;

/** Inputs that have a number for each channel. */
final class Channels {
    private Channels() {}

    /** Throws {@link io.archmeter.op.Refusal} where it has another rank than 1, or another number of elements. */
    static void requireOneEach(NodeCall call, int input, Extent channels) {
        if (!call.has(input) || !(call.fact(input) instanceof Fact.Tensor tensor)) {
            return;
        }
        Shape shape = tensor.shape();
        boolean fits = shape.rank() == 1
                && (!(channels instanceof Extent.Known)
                        || !(shape.axis(0) instanceof Extent.Known)
                        || shape.axis(0).equals(channels));
        if (!fits) {
            throw call.refusal("an input " + (input + 1) + " of '" + shape + "' has not one number for each of "
                    + channels.text() + " channels of " + call.shape(0));
        }
    }
}
