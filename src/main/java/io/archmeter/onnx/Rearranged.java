package io.archmeter.onnx;

import java.util.List;

/** Elements under a shape with more axes, which change places, and then under the layer's. */
final class Rearranged {
    private Rearranged() {}

    static void result(List<Long> shape, List<Long> order, OnnxLayer layer) {
        result(layer.input(), shape, order, layer);
    }

    static void result(String input, List<Long> shape, List<Long> order, OnnxLayer layer) {
        String divided = layer.step("divided", Call.of("Reshape", input, layer.constant("axes", shape)));
        String moved = layer.step("moved", Call.of("Transpose", divided).with("perm", order));
        layer.result(
                Call.of("Reshape", moved, layer.constant("shape", layer.output().extents())));
    }
}
