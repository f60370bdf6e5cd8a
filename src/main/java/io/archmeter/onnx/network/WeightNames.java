package io.archmeter.onnx.network;

import io.archmeter.graph.Output;
import io.archmeter.graph.Weight;

/** How tensors of a file are called in a graph: a module, and a name within it. */
final class WeightNames {
    private WeightNames() {}

    static Weight weight(String stored, Output tensor, Weight.Kind kind) {
        int dot = stored.lastIndexOf('.');
        boolean parted = dot > 0 && dot < stored.length() - 1;
        String module = parted ? stored.substring(0, dot) : "";
        String name = parted ? stored.substring(dot + 1) : stored.isBlank() ? "constant" : stored;
        return new Weight(module, name, tensor.shape(), tensor.type(), kind);
    }
}
