package io.archmeter.onnx.infer;

/** What follows from an operator of ONNX for its outputs, and what it computes. */
@FunctionalInterface
public interface NodeRule {
    /**
     * Throws {@link io.archmeter.op.Refusal} where inputs and attributes do not go together, and {@link
     * io.archmeter.graph.UnknownException} where its outputs follow from something that is not known.
     */
    Outcome infer(NodeCall call);
}
