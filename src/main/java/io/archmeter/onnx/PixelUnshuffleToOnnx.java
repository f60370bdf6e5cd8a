package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.PixelUnshuffle;
import java.util.List;

/** {@code SpaceToDepth} has the pixels of a square before the channels; ours come after them. */
final class PixelUnshuffleToOnnx implements Conversion<PixelUnshuffle> {
    @Override
    public void convert(PixelUnshuffle op, OnnxLayer layer) {
        Shape x = layer.inputShape();
        Shape y = layer.output();
        long factor = op.factor();
        List<Long> squares = List.of(x.batch(), x.channels(), y.extent(2), factor, y.extent(3), factor);
        Rearranged.result(squares, List.of(0L, 1L, 3L, 5L, 2L, 4L), layer);
    }
}
