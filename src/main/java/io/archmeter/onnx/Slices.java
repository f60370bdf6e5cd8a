package io.archmeter.onnx;

import java.util.List;

/** Ranges of axes. */
final class Slices {
    private Slices() {}

    /**
     * A range of one axis.
     *
     * @param name distinguishes its constants from those of other ranges in the layer
     */
    static Call of(String input, int axis, long start, long end, long step, String name, OnnxLayer layer) {
        return Call.of(
                "Slice",
                input,
                layer.constant(name + "starts", List.of(start)),
                layer.constant(name + "ends", List.of(end)),
                layer.constant(name + "axes", List.of((long) axis)),
                layer.constant(name + "steps", List.of(step)));
    }
}
