package io.archmeter.onnx;

import io.archmeter.op.AdaptivePool;
import io.archmeter.op.PoolFunction;
import java.util.ArrayList;
import java.util.List;

/** Windows that divide the input evenly are those of a pool. Others have different lengths, which no pool of ONNX has. */
final class AdaptivePoolToOnnx implements Conversion<AdaptivePool> {
    @Override
    public void convert(AdaptivePool op, OnnxLayer layer) {
        List<Long> extents = layer.inputShape().spatial();
        List<Long> windows = layer.output().spatial();
        boolean mean = op.function() == PoolFunction.MEAN;
        if (mean && windows.stream().allMatch(count -> count == 1)) {
            layer.result(GlobalPoolToOnnx.whole(op.function(), layer));
            return;
        }
        List<Long> kernel = new ArrayList<>();
        for (int a = 0; a < extents.size(); a++) {
            if (extents.get(a) % windows.get(a) == 0) {
                kernel.add(extents.get(a) / windows.get(a));
            }
        }
        if (kernel.size() == extents.size() && kernel.size() <= PoolWindows.MOST_AXES) {
            layer.result(Call.of(mean ? "AveragePool" : "MaxPool", layer.input())
                    .with("kernel_shape", kernel)
                    .with("strides", kernel));
        } else if (mean) {
            UnevenMean.convert(extents, windows, layer);
        } else {
            UnevenLargest.convert(extents, windows, layer);
        }
    }
}
