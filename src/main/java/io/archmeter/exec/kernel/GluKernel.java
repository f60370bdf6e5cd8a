package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Glu;
import java.util.List;

/** The first half of each block along an axis, times the sigmoids of the second half, which lies right behind it. */
final class GluKernel implements Kernel<Glu> {
    @Override
    public Pass prepare(Glu op, List<Shape> inputs, Weights weights) {
        return call -> {
            Tensor x = call.input();
            Shape half = x.shape().with(op.axis(), x.extent(op.axis()) / 2);
            Tensor y = call.output(half);
            int length = 1;
            for (int axis = op.axis(); axis < x.rank(); axis++) {
                length *= y.extent(axis);
            }
            int together = length;
            call.workers().forEach(length == 0 ? 0 : y.elements() / length, block -> {
                int from = x.offset() + 2 * block * together;
                int to = y.offset() + block * together;
                for (int i = 0; i < together; i++) {
                    double gate = ActivationKernel.sigmoid(x.data()[from + together + i]);
                    y.data()[to + i] = (float) (x.data()[from + i] * gate);
                }
            });
        };
    }
}
