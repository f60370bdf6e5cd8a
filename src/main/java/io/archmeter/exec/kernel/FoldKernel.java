package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Fold;
import java.util.Arrays;
import java.util.List;

/** Adds what lies in the columns, plane by plane. */
final class FoldKernel implements Kernel<Fold> {
    @Override
    public Pass prepare(Fold op, List<Shape> inputs, Weights weights) {
        int height = op.size().get(0);
        int width = op.size().get(1);
        return call -> {
            Tensor x = call.input();
            int[] columns = Columns.of(height, width, op.window());
            int channels = x.channels() * x.extent(2) / columns.length;
            Tensor y = call.output(Shape.of(x.batch(), channels, height, width));
            call.workers().forEach(x.batch() * channels, plane -> {
                int from = x.offset() + plane * columns.length;
                int to = y.offset() + plane * y.positions();
                Arrays.fill(y.data(), to, to + y.positions(), 0);
                for (int element : columns) {
                    if (element != Columns.PADDING) {
                        y.data()[to + element] += x.data()[from];
                    }
                    from++;
                }
            });
        };
    }
}
