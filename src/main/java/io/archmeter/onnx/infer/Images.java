package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.List;

/** {@code ImageDecoder}: bytes of a file become H×W×C, of which only the channels can be told before. */
final class Images {
    static final NodeRule DECODER = call -> {
        boolean grey = call.attributes().text("pixel_format").orElse("RGB").equals("Grayscale");
        Extent channels = Extent.of(grey ? 1 : 3);
        return Outcome.of(Fact.tensor(DType.UINT8, Shape.ofAxes(List.of(call.here(), call.here(), channels))));
    };

    private Images() {}
}
