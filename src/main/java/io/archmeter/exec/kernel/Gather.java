package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Puts out elements of the input in another order: along each axis of the output, a table says how far into the input each place
 * leads, and an element comes from the sum of what its places say.
 */
final class Gather {
    /** In a table, a place that leads beside the input; no sum of others makes up for it. */
    static final long BESIDE = Long.MIN_VALUE / 64;

    private Gather() {}

    /** The tables of an output that is the input. */
    static List<long[]> same(Tensor x) {
        List<long[]> tables = new ArrayList<>();
        long stride = x.elements();
        for (int axis = 0; axis < x.rank(); axis++) {
            stride /= Math.max(1, x.extent(axis));
            long[] table = new long[x.extent(axis)];
            Arrays.setAll(table, steps(stride));
            tables.add(table);
        }
        return tables;
    }

    private static IntToLongFunction steps(long stride) {
        return place -> place * stride;
    }

    /** Puts out one element for each combination of places. */
    static void run(KernelCall call, List<long[]> tables) {
        run(call, tables, 0, 0);
    }

    /**
     * @param begin what is added to every sum
     * @param beside what is put out where a table leads beside the input
     */
    static void run(KernelCall call, List<long[]> tables, long begin, float beside) {
        Tensor y = call.output(shape(tables));
        run(call.workers(), call.input(), tables, begin, beside, y);
    }

    /** What it puts out: a place for each combination. */
    static Shape shape(List<long[]> tables) {
        return new Shape(tables.stream().map(table -> (long) table.length).toList());
    }

    /** The same from any tensor to another. */
    static void run(Workers workers, Tensor x, List<long[]> tables, long begin, float beside, Tensor y) {
        long[] last = tables.isEmpty() ? new long[1] : tables.get(tables.size() - 1);
        int rows = last.length == 0 ? 0 : y.elements() / last.length;
        workers.forEach(rows, row -> {
            long from = x.offset() + begin;
            int rest = row;
            for (int axis = tables.size() - 2; axis >= 0; axis--) {
                long[] table = tables.get(axis);
                from += table[rest % table.length];
                rest /= table.length;
            }
            int to = y.offset() + row * last.length;
            for (long step : last) {
                y.data()[to++] = from + step < 0 ? beside : x.data()[(int) (from + step)];
            }
        });
    }
}
