package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.AdaptivePool;
import java.util.Arrays;
import java.util.List;

/** Divides a channel along each axis into as many parts as the output is to have elements. */
final class AdaptivePoolKernel implements Kernel<AdaptivePool> {
    @Override
    public Pass prepare(AdaptivePool op, List<Shape> inputs, Weights weights) {
        return call -> {
            Part[][] parts = new Part[op.size().size()][];
            Arrays.setAll(
                    parts, a -> Part.of(call.input().extent(2 + a), op.size().get(a)));
            PooledParts.run(call, op.function(), parts);
        };
    }
}
