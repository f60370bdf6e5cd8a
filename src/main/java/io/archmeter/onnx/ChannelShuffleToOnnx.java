package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.ChannelShuffle;
import java.util.List;

/** Groups and the channels of each change places. */
final class ChannelShuffleToOnnx implements Conversion<ChannelShuffle> {
    @Override
    public void convert(ChannelShuffle op, OnnxLayer layer) {
        long groups = op.groups();
        Shape x = layer.inputShape();
        List<Long> grouped = List.of(x.batch(), groups, x.channels() / groups, -1L);
        Rearranged.result(grouped, List.of(0L, 2L, 1L, 3L), layer);
    }
}
