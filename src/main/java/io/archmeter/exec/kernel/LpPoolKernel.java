package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.exec.tensor.WindowPlacement;
import io.archmeter.graph.Shape;
import io.archmeter.op.AvgPool;
import io.archmeter.op.LpPool;
import java.util.List;

/** Raises all elements, takes means under the window, and roots of these times the taps. */
final class LpPoolKernel implements Kernel<LpPool> {
    @Override
    public Pass prepare(LpPool op, List<Shape> inputs, Weights weights) {
        AvgPool means = new AvgPool(op.window(), op.rounding(), true);
        double taps = WindowPlacement.taps(op.window());
        return call -> {
            Tensor x = call.input();
            Tensor powers = new Tensor(call.workspace(x.elements()), 0, x.shape());
            int plane = x.positions();
            call.workers()
                    .forEach(
                            x.batch() * x.channels(),
                            task -> raise(x, x.offset() + task * plane, powers, task * plane, plane, op.norm()));
            Tensor y = AvgPoolKernel.means(means, powers, call);
            int end = y.end();
            for (int i = y.offset(); i < end; i++) {
                y.data()[i] = (float) Math.pow(y.data()[i] * taps, 1 / op.norm());
            }
        };
    }

    private static void raise(Tensor x, int from, Tensor y, int to, int elements, double exponent) {
        for (int i = 0; i < elements; i++) {
            y.data()[to + i] = (float) Math.pow(x.data()[from + i], exponent);
        }
    }
}
