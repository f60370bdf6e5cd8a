package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.InferredNode;
import java.util.Optional;

/** From the last of several nodes to the operator of the catalogue that they are together, where that is exactly the same. */
@FunctionalInterface
interface Fusion {
    Optional<Fused> of(InferredNode last, ValueUses pieces);
}
