package io.archmeter.onnx;

import io.archmeter.graph.Op;

/** Says what an operator of ours is in ONNX. */
interface Conversion<O extends Op> {
    /**
     * Puts the layer's calls into the model, the last of them by {@link OnnxLayer#result}.
     *
     * @throws CannotConvert where ONNX has no faithful form
     */
    void convert(O op, OnnxLayer layer);
}
