package io.archmeter.onnx.network;

import io.archmeter.graph.Shape;
import io.archmeter.op.Conv;
import io.archmeter.op.Window;
import java.util.List;
import java.util.Optional;

/** Convolutions. */
final class ConvMapping {
    static final Mapping CONV = call -> {
        Shape weight = call.shape(1);
        Window window = WindowOf.node(call, weight.spatial());
        Conv conv = new Conv(weight.extent(0), window, call.attributes().whole("group", 1), call.has(2));
        Mapped.Role kernel = new Mapped.Role("weight", 1);
        return Optional.of(
                call.has(2)
                        ? Mapped.of(conv, List.of(0), kernel, new Mapped.Role("bias", 2))
                        : Mapped.of(conv, List.of(0), kernel));
    };

    private ConvMapping() {}
}
