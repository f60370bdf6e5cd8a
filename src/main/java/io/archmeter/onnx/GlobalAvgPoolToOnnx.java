package io.archmeter.onnx;

import io.archmeter.op.GlobalAvgPool;
import java.util.List;
import java.util.stream.LongStream;

final class GlobalAvgPoolToOnnx implements Conversion<GlobalAvgPool> {
    @Override
    public void convert(GlobalAvgPool op, OnnxLayer layer) {
        layer.result(mean(layer));
    }

    /** The mean over all spatial axes, which stay as extents of 1. */
    static Call mean(OnnxLayer layer) {
        int rank = layer.inputShape().rank();
        if (layer.inputShape().spatialRank() <= PoolWindows.MOST_AXES) {
            return Call.of("GlobalAveragePool", layer.input());
        }
        List<Long> spatial = LongStream.range(2, rank).boxed().toList();
        return Call.of("ReduceMean", layer.input()).with("axes", spatial);
    }
}
