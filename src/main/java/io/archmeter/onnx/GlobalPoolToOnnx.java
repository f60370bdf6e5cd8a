package io.archmeter.onnx;

import io.archmeter.op.GlobalPool;
import io.archmeter.op.PoolFunction;
import java.util.List;
import java.util.stream.LongStream;

final class GlobalPoolToOnnx implements Conversion<GlobalPool> {
    @Override
    public void convert(GlobalPool op, OnnxLayer layer) {
        layer.result(whole(op.function(), layer));
    }

    /** One element of all along the spatial axes, which stay as extents of 1. */
    static Call whole(PoolFunction function, OnnxLayer layer) {
        boolean mean = function == PoolFunction.MEAN;
        if (layer.inputShape().spatialRank() <= PoolWindows.MOST_AXES) {
            return Call.of(mean ? "GlobalAveragePool" : "GlobalMaxPool", layer.input());
        }
        List<Long> spatial =
                LongStream.range(2, layer.inputShape().rank()).boxed().toList();
        return Call.of(mean ? "ReduceMean" : "ReduceMax", layer.input()).with("axes", spatial);
    }
}
