package io.archmeter.onnx;

import io.archmeter.op.GlobalMaxPool;
import java.util.List;
import java.util.stream.LongStream;

final class GlobalMaxPoolToOnnx implements Conversion<GlobalMaxPool> {
    @Override
    public void convert(GlobalMaxPool op, OnnxLayer layer) {
        int rank = layer.inputShape().rank();
        if (layer.inputShape().spatialRank() <= PoolWindows.MOST_AXES) {
            layer.result(Call.of("GlobalMaxPool", layer.input()));
            return;
        }
        List<Long> spatial = LongStream.range(2, rank).boxed().toList();
        layer.result(Call.of("ReduceMax", layer.input()).with("axes", spatial));
    }
}
