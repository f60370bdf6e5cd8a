package io.archmeter.onnx;

import io.archmeter.op.Flip;
import java.util.Collections;

/** A slice with steps of −1, from the last to before the first. */
final class FlipToOnnx implements Conversion<Flip> {
    @Override
    public void convert(Flip op, OnnxLayer layer) {
        int axes = op.axes().size();
        layer.result(Call.of(
                "Slice",
                layer.input(),
                layer.constant("starts", Collections.nCopies(axes, -1L)),
                layer.constant("ends", Collections.nCopies(axes, Long.MIN_VALUE)),
                layer.constant("axes", op.axes().stream().map(Long::valueOf).toList()),
                layer.constant("steps", Collections.nCopies(axes, -1L))));
    }
}
