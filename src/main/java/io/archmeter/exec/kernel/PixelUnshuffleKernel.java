package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.PixelUnshuffle;
import java.util.Arrays;
import java.util.List;

/** Channel i·r + j of the r² that each channel becomes has pixel (i, j) of each square. */
final class PixelUnshuffleKernel implements Kernel<PixelUnshuffle> {
    @Override
    public Pass prepare(PixelUnshuffle op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            int factor = Math.toIntExact(op.factor());
            int pixels = factor * factor;
            long width = x.extent(3);
            long[] channels = new long[x.channels() * pixels];
            Arrays.setAll(
                    channels, c -> (long) (c / pixels) * x.positions() + c % pixels / factor * width + c % factor);
            long[] rows = new long[x.extent(2) / factor];
            Arrays.setAll(rows, row -> row * factor * width);
            long[] columns = new long[x.extent(3) / factor];
            Arrays.setAll(columns, column -> (long) column * factor);
            Gather.run(call, List.of(Gather.same(x).get(0), channels, rows, columns));
        };
    }
}
