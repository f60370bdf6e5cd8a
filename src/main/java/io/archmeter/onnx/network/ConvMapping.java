package io.archmeter.onnx.network;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.Conv;
import io.archmeter.op.ConvTranspose;
import io.archmeter.op.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Convolutions. */
final class ConvMapping {
    static final Mapping CONV = call -> {
        Shape weight = call.shape(1);
        Window window = WindowOf.node(call, weight.spatial());
        long group = call.attributes().whole("group", 1);
        return mapped(call, new Conv(weight.extent(0), window, group, call.has(2)));
    };

    static final Mapping TRANSPOSED = call -> {
        Shape weight = call.shape(1);
        long group = call.attributes().whole("group", 1);
        List<Long> more = call.attributes().wholes("output_padding").orElse(List.of());
        List<Integer> outputPadding = new ArrayList<>();
        List<Axis> axes = new ArrayList<>(WindowOf.node(call, weight.spatial()).axes());
        for (int axis = 0; axis < axes.size(); axis++) {
            outputPadding.add(more.isEmpty() ? 0 : Math.toIntExact(more.get(axis)));
            axes.set(axis, cut(call, axis, axes.get(axis), outputPadding.get(axis)));
        }
        long channels = Math.multiplyExact(weight.extent(1), group);
        return mapped(call, new ConvTranspose(channels, new Window(axes), outputPadding, group, call.has(2)));
    };

    private ConvMapping() {}

    private static Optional<Mapped> mapped(MappingCall call, Op op) {
        Mapped.Role kernel = new Mapped.Role("weight", 1);
        return Optional.of(
                call.has(2)
                        ? Mapped.of(op, List.of(0), kernel, new Mapped.Role("bias", 2))
                        : Mapped.of(op, List.of(0), kernel));
    }

    /** Where the output's size is given, what is cut off follows from it ({@code ConvTranspose} in {@code docs/Operators.md} of ONNX). */
    private static Axis cut(MappingCall call, int axis, Axis window, int outputPadding) {
        String auto = call.attributes().text("auto_pad").orElse("NOTSET");
        if (!call.attributes().has("output_shape") && !auto.startsWith("SAME")) {
            return window;
        }
        long whole = (call.shape(0).extent(2 + axis) - 1) * window.stride()
                + outputPadding
                + (window.kernel() - 1L) * window.dilation()
                + 1;
        int total = Math.toIntExact(whole - call.output().extent(2 + axis));
        int begin = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
        return new Axis(window.kernel(), window.stride(), begin, total - begin, window.dilation());
    }
}
