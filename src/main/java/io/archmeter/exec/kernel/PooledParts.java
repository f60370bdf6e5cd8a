package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.op.PoolFunction;
import java.util.Arrays;

/** Makes one element of each box of a channel, where an axis is cut into parts. */
final class PooledParts {
    private final PoolFunction function;
    private final Tensor x;

    private PooledParts(PoolFunction function, Tensor x) {
        this.function = function;
        this.x = x;
    }

    /** @param parts of each spatial axis */
    static void run(KernelCall call, PoolFunction function, Part[][] parts) {
        Tensor x = call.input();
        long[] extents = Arrays.stream(parts).mapToLong(along -> along.length).toArray();
        Tensor y = call.output(x.shape().withSpatial(extents));
        PooledParts pool = new PooledParts(function, x);
        call.workers().forEach(y.batch() * y.channels(), x.elements(), (plane, thread) -> {
            int to = y.offset() + plane * y.positions();
            for (int i = 0; i < y.positions(); i++) {
                y.data()[to + i] = pool.element(plane, parts, i);
            }
        });
    }

    /** Output position {@code i} of a channel. */
    private float element(int plane, Part[][] parts, int i) {
        Part[] box = new Part[parts.length];
        int elements = 1;
        int rest = i;
        for (int a = parts.length - 1; a >= 0; a--) {
            box[a] = parts[a][rest % parts[a].length];
            rest /= parts[a].length;
            elements *= box[a].end() - box[a].begin();
        }
        return function == PoolFunction.MEAN
                ? (float) (folded(box, 0, plane, 0) / elements)
                : (float) folded(box, 0, plane, Double.NEGATIVE_INFINITY);
    }

    /** What came before with the elements in a box, of which the positions along the first axes are chosen. */
    private double folded(Part[] box, int axis, int chosen, double before) {
        int from = chosen * x.extent(2 + axis);
        double all = before;
        if (axis == box.length - 1) {
            return row(x.offset() + from + box[axis].begin(), x.offset() + from + box[axis].end(), all);
        }
        for (int i = box[axis].begin(); i < box[axis].end(); i++) {
            all = folded(box, axis + 1, from + i, all);
        }
        return all;
    }

    private double row(int from, int to, double before) {
        if (function == PoolFunction.MEAN) {
            return before + Sums.of(x.data(), from, to - from);
        }
        double all = before;
        for (int i = from; i < to; i++) {
            all = Math.max(all, x.data()[i]);
        }
        return all;
    }
}
