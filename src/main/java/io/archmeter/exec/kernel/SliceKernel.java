package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Slice;
import java.util.List;
import java.util.stream.LongStream;

/** Every so many-th element of a range of an axis. */
final class SliceKernel implements Kernel<Slice> {
    @Override
    public Pass prepare(Slice op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<long[]> tables = Gather.same(call.input());
            long[] all = tables.get(op.axis());
            int begin = op.start() < 0 ? Math.max(0, all.length + op.start()) : op.start();
            int end = op.end().orElse(all.length);
            int last = Math.min(end < 0 ? all.length + end : end, all.length);
            long[] taken = LongStream.iterate(begin, place -> place < last, place -> place + op.step())
                    .map(place -> all[(int) place])
                    .toArray();
            tables.set(op.axis(), taken);
            Gather.run(call, tables);
        };
    }
}
