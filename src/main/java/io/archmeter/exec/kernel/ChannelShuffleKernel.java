package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.ChannelShuffle;
import java.util.Arrays;
import java.util.List;

/** Channels by turns out of each group. */
final class ChannelShuffleKernel implements Kernel<ChannelShuffle> {
    @Override
    public Pass prepare(ChannelShuffle op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<long[]> tables = Gather.same(call.input());
            long[] before = tables.get(1);
            int groups = Math.toIntExact(op.groups());
            int each = before.length / groups;
            long[] after = new long[before.length];
            Arrays.setAll(after, channel -> before[channel % groups * each + channel / groups]);
            tables.set(1, after);
            Gather.run(call, tables);
        };
    }
}
