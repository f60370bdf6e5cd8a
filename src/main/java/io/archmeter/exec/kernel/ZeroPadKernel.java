package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.exec.tensor.WindowPlacement;
import io.archmeter.graph.Shape;
import io.archmeter.op.ZeroPad;
import java.util.Arrays;
import java.util.List;

/** Puts zeros around the spatial axes. */
final class ZeroPadKernel implements Kernel<ZeroPad> {
    @Override
    public Pass prepare(ZeroPad op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            Shape shape = x.shape();
            for (int a = 0; a < op.axes().size(); a++) {
                shape = shape.with(
                        2 + a, WindowPlacement.starts(x.extent(2 + a), op.axes().get(a)).length);
            }
            Tensor y = call.output(shape);
            call.workers().forEach(y.batch() * y.channels(), plane -> {
                int to = y.offset() + plane * y.positions();
                Arrays.fill(y.data(), to, to + y.positions(), 0);
                place(op, x, plane, y, plane, 0);
            });
        };
    }

    /** Copies row by row; the positions along the axes before {@code a} are chosen. */
    private static void place(ZeroPad op, Tensor x, int chosenFrom, Tensor y, int chosenTo, int a) {
        int extent = x.extent(2 + a);
        int from = chosenFrom * extent;
        int to = chosenTo * y.extent(2 + a) + op.axes().get(a).padBegin();
        if (a == op.axes().size() - 1) {
            System.arraycopy(x.data(), x.offset() + from, y.data(), y.offset() + to, extent);
            return;
        }
        for (int i = 0; i < extent; i++) {
            place(op, x, from + i, y, to + i, a + 1);
        }
    }
}
