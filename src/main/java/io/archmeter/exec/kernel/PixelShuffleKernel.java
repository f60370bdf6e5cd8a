package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.PixelShuffle;
import java.util.Arrays;
import java.util.List;

/** Pixel (i, j) of each square of the output comes from the channel that is i·r + j of its r². */
final class PixelShuffleKernel implements Kernel<PixelShuffle> {
    @Override
    public Pass prepare(PixelShuffle op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            int factor = Math.toIntExact(op.factor());
            long channel = x.positions();
            long[] channels = new long[x.channels() / (factor * factor)];
            Arrays.setAll(channels, c -> c * factor * factor * channel);
            long[] rows = new long[x.extent(2) * factor];
            Arrays.setAll(rows, row -> (long) (row / factor) * x.extent(3) + row % factor * factor * channel);
            long[] columns = new long[x.extent(3) * factor];
            Arrays.setAll(columns, column -> column / factor + column % factor * channel);
            Gather.run(call, List.of(Gather.same(x).get(0), channels, rows, columns));
        };
    }
}
