package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.exec.tensor.WindowPlacement;
import io.archmeter.graph.Shape;
import io.archmeter.op.Unfold;
import java.util.List;

/** Takes what is under the windows, plane by plane. */
final class UnfoldKernel implements Kernel<Unfold> {
    @Override
    public Pass prepare(Unfold op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            int[] columns = Columns.of(x.extent(2), x.extent(3), op.window());
            int taps = WindowPlacement.taps(op.window());
            Tensor y = call.output(Shape.of(x.batch(), (long) x.channels() * taps, columns.length / taps));
            call.workers().forEach(x.batch() * x.channels(), plane -> {
                int from = x.offset() + plane * x.positions();
                int to = y.offset() + plane * columns.length;
                for (int element : columns) {
                    y.data()[to++] = element == Columns.PADDING ? 0 : x.data()[from + element];
                }
            });
        };
    }
}
