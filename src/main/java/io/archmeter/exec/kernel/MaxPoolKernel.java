package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.MaxPool;
import java.util.List;

/** The largest element under a window; a window beside the input has none, and puts out −∞ as in PyTorch (in Caffe −3.4e38). */
final class MaxPoolKernel implements Kernel<MaxPool> {
    @Override
    public Pass prepare(MaxPool op, List<Shape> inputs, Weights weights) {
        return call -> {
            SlidingPool pool = new SlidingPool(call.input(), op.window(), op.rounding(), Reduction.MAXIMUM);
            pool.run(call);
            if (op.indices()) {
                new MaxPoolIndices(call.input(), op).run(call);
            }
            if (pool.foldsNothing()) {
                call.putsOutInfinity();
            }
        };
    }
}
