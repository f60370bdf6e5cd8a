package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.PixelShuffle;
import java.util.List;

/** As {@code DepthToSpace} in its mode CRD: the square of each channel becomes an axis beside that of the rows, and of the columns. */
final class PixelShuffleToOnnx implements Conversion<PixelShuffle> {
    @Override
    public void convert(PixelShuffle op, OnnxLayer layer) {
        Shape x = layer.inputShape();
        Shape y = layer.output();
        long factor = op.factor();
        List<Long> squares = List.of(x.batch(), y.channels(), factor, factor, x.extent(2), x.extent(3));
        Rearranged.result(squares, List.of(0L, 1L, 4L, 2L, 5L, 3L), layer);
    }
}
