package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.GlobalPool;
import java.util.Arrays;
import java.util.List;

/** Takes each channel as a whole. */
final class GlobalPoolKernel implements Kernel<GlobalPool> {
    @Override
    public Pass prepare(GlobalPool op, List<Shape> inputs, Weights weights) {
        return call -> {
            Part[][] whole = new Part[call.input().rank() - 2][];
            Arrays.setAll(whole, a -> new Part[] {new Part(0, call.input().extent(2 + a))});
            PooledParts.run(call, op.function(), whole);
        };
    }
}
