package io.archmeter.onnx;

import io.archmeter.graph.Op;

/** For all that passes its input on, at inference. */
final class NoOpConversion<O extends Op> implements Conversion<O> {
    @Override
    public void convert(O op, OnnxLayer layer) {
        layer.result(Call.of("Identity", layer.input()));
    }
}
