package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Pad;
import io.archmeter.op.PaddingMode;
import java.util.Arrays;
import java.util.List;

/** Puts elements around axes. */
final class PadKernel implements Kernel<Pad> {
    @Override
    public Pass prepare(Pad op, List<Shape> inputs, Weights weights) {
        return call -> {
            List<long[]> tables = Gather.same(call.input());
            for (int i = 0; i < op.axes().size(); i++) {
                int axis = op.axes().get(i);
                tables.set(
                        axis,
                        padded(tables.get(axis), op.begins().get(i), op.ends().get(i), op.mode()));
            }
            Gather.run(call, tables, 0, (float) op.value());
        };
    }

    /** The table of an axis with more places before it and after it. */
    static long[] padded(long[] inside, int begin, int end, PaddingMode mode) {
        long[] padded = new long[begin + inside.length + end];
        Arrays.setAll(padded, place -> beside(mode, place - begin, inside));
        return padded;
    }

    private static long beside(PaddingMode mode, int place, long[] inside) {
        int last = inside.length - 1;
        return switch (mode) {
            case CONSTANT -> place < 0 || place > last ? Gather.BESIDE : inside[place];
            case REFLECT -> inside[last - Math.abs(last - Math.abs(place))];
            case REPLICATE -> inside[Math.max(0, Math.min(place, last))];
            case CIRCULAR -> inside[Math.floorMod(place, inside.length)];
        };
    }
}
