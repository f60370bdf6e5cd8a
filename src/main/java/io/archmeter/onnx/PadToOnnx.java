package io.archmeter.onnx;

import io.archmeter.graph.DType;
import io.archmeter.op.Pad;
import io.archmeter.op.PaddingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** ONNX has circular padding from its set of operators 19 on. Before, both ends are joined to the input. */
final class PadToOnnx implements Conversion<Pad> {
    @Override
    public void convert(Pad op, OnnxLayer layer) {
        layer.result(call(op, layer));
    }

    /** The layer's input, padded. */
    static Call call(Pad op, OnnxLayer layer) {
        if (op.mode() == PaddingMode.CIRCULAR) {
            return circular(op, layer);
        }
        String pads = pads(op, layer);
        return switch (op.mode()) {
            case REFLECT -> Call.of("Pad", layer.input(), pads).with("mode", "reflect");
            case REPLICATE -> Call.of("Pad", layer.input(), pads).with("mode", "edge");
            default -> Call.of("Pad", layer.input(), pads, layer.constantOfInput("value", op.value()));
        };
    }

    /** Zeros are what ONNX pads with where no value is said. */
    static Call zeros(Pad op, OnnxLayer layer) {
        return Call.of("Pad", layer.input(), pads(op, layer));
    }

    private static String pads(Pad op, OnnxLayer layer) {
        if (layer.inputType() == DType.INT16) {
            throw new CannotConvert(
                    "it pads elements of " + DType.INT16 + ", and ONNX Runtime pads none",
                    "give the input of the network another dtype");
        }
        int rank = layer.inputShape().rank();
        List<Long> sides = new ArrayList<>(Collections.nCopies(2 * rank, 0L));
        for (int i = 0; i < op.axes().size(); i++) {
            sides.set(op.axes().get(i), (long) op.begins().get(i));
            sides.set(rank + op.axes().get(i), (long) op.ends().get(i));
        }
        return layer.constant("pads", sides);
    }

    private static Call circular(Pad op, OnnxLayer layer) {
        String padded = layer.input();
        for (int i = 0; i < op.axes().size(); i++) {
            int axis = op.axes().get(i);
            long extent = layer.inputShape().extent(axis);
            List<String> parts = new ArrayList<>(List.of(padded));
            if (op.begins().get(i) > 0) {
                parts.add(0, slice(padded, axis, extent - op.begins().get(i), extent, "end" + i, layer));
            }
            if (op.ends().get(i) > 0) {
                parts.add(slice(padded, axis, 0, op.ends().get(i), "begin" + i, layer));
            }
            padded = layer.step("padded" + i, Call.of("Concat", parts).with("axis", axis));
        }
        return Call.of("Identity", padded);
    }

    private static String slice(String input, int axis, long from, long to, String name, OnnxLayer layer) {
        return layer.step(name, Slices.of(input, axis, from, to, 1, name, layer));
    }
}
