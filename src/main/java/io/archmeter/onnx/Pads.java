package io.archmeter.onnx;

import io.archmeter.op.Axis;
import java.util.ArrayList;
import java.util.List;

/** Padding as a call of its own. */
final class Pads {
    private static final List<Long> BATCH_AND_CHANNELS = List.of(0L, 0L);

    private Pads() {}

    /** Zeros around the spatial axes of N×C×…. */
    static Call zeros(String input, List<Axis> axes, OnnxLayer layer) {
        return Call.of("Pad", input, pads(axes, layer));
    }

    /** Elements around the spatial axes that are smaller than all others. */
    static Call smallest(String input, List<Axis> axes, OnnxLayer layer) {
        return Call.of("Pad", input, pads(axes, layer), layer.constant("smallest", Double.NEGATIVE_INFINITY));
    }

    private static String pads(List<Axis> axes, OnnxLayer layer) {
        List<Long> spatial = WindowAttributes.pads(axes);
        List<Long> pads = new ArrayList<>(BATCH_AND_CHANNELS);
        pads.addAll(spatial.subList(0, axes.size()));
        pads.addAll(BATCH_AND_CHANNELS);
        pads.addAll(spatial.subList(axes.size(), spatial.size()));
        return layer.constant("pads", pads);
    }
}
