package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Elements in another order, or some of them several times. */
final class Arrangements {
    private Arrangements() {}

    static void transpose(OnnxCall call) {
        Tensor x = call.input(0);
        Optional<List<Long>> order = call.settings().wholes("perm");
        int[] axes = new int[x.rank()];
        for (int axis = 0; axis < axes.length; axis++) {
            axes[axis] = order.isPresent() ? order.get().get(axis).intValue() : axes.length - 1 - axis;
        }
        turn(x, axes, call::output);
    }

    /** The same elements with the axes in another order. */
    static Tensor turned(Tensor x, int... axes) {
        return turn(x, axes, Trips::zeros);
    }

    private static Tensor turn(Tensor x, int[] axes, Function<Shape, Tensor> memory) {
        int[] extents = Positions.extents(x.shape());
        int[] from = Positions.steps(extents);
        int[] turned = new int[axes.length];
        int[] steps = new int[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            turned[axis] = extents[axes[axis]];
            steps[axis] = from[axes[axis]];
        }
        Tensor y = memory.apply(Positions.shape(turned));
        Positions.fill(y, x, 0, position -> Positions.place(position, steps));
        return y;
    }

    /** It is stretched to what it and the wanted shape have together. */
    static void expand(OnnxCall call) {
        Tensor x = call.input(0);
        int[] wanted = call.wholes(1).stream().mapToInt(Long::intValue).toArray();
        int[] extents = Joins.stretched(List.of(x.shape(), Positions.shape(wanted)));
        int[] steps = Joins.steps(x.shape(), extents.length);
        Positions.fill(call.output(Positions.shape(extents)), x, 0, position -> Positions.place(position, steps));
    }

    /** In its first version, it is repeated along one axis. */
    static void tile(OnnxCall call) {
        Tensor x = call.input(0);
        int[] own = Positions.extents(x.shape());
        int[] extents = own.clone();
        if (call.inputs() > 2) {
            extents[Positions.axis(call.wholes(2).get(0), own.length)] *=
                    call.wholes(1).get(0);
        } else {
            for (int axis = 0; axis < own.length; axis++) {
                extents[axis] *= call.wholes(1).get(axis);
            }
        }
        int[] steps = Positions.steps(own);
        Positions.fill(call.output(Positions.shape(extents)), x, 0, position -> {
            int place = 0;
            for (int axis = 0; axis < own.length; axis++) {
                place += position[axis] % own[axis] * steps[axis];
            }
            return place;
        });
    }

    static void concat(OnnxCall call) {
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < call.inputs(); i++) {
            parts.add(call.input(i));
        }
        int axis = Positions.axis(call.settings().whole("axis", 1), parts.get(0).rank());
        join(parts, axis, call.output(joined(parts, axis)));
    }

    /** Tensors one after the other along an axis. */
    static Tensor joined(List<Tensor> parts, long written) {
        int axis = Positions.axis(written, parts.get(0).rank());
        Tensor y = Trips.zeros(joined(parts, axis));
        join(parts, axis, y);
        return y;
    }

    private static Shape joined(List<Tensor> parts, int axis) {
        long extent = parts.stream().mapToLong(part -> part.extent(axis)).sum();
        return parts.get(0).shape().with(axis, extent);
    }

    private static void join(List<Tensor> parts, int axis, Tensor y) {
        int begin = 0;
        int[] extents = Positions.extents(y.shape());
        int rows = Positions.product(extents, 0, axis);
        int row = rows == 0 ? 0 : y.elements() / rows;
        for (Tensor part : parts) {
            int length = rows == 0 ? 0 : part.elements() / rows;
            for (int number = 0; number < rows; number++) {
                System.arraycopy(
                        part.data(),
                        part.offset() + number * length,
                        y.data(),
                        y.offset() + number * row + begin,
                        length);
            }
            begin += length;
        }
    }

    /** In parts of given sizes, or as many of one size as there are outputs, the last one smaller. */
    static void split(OnnxCall call, int outputs) {
        Tensor x = call.input(0);
        int axis = Positions.axis(call.settings().whole("axis", 0), x.rank());
        int count = (int) call.settings().whole("num_outputs", outputs);
        long each = (x.extent(axis) + count - 1) / count;
        List<Long> sizes = call.has(1) ? call.wholes(1) : Collections.nCopies(count, each);
        AxisRuns runs = AxisRuns.of(x, axis);
        int begin = 0;
        for (int slot = 0; slot < sizes.size(); slot++) {
            int size = (int) Math.min(sizes.get(slot), x.extent(axis) - begin);
            Tensor y = call.output(slot, x.shape().with(axis, size));
            int length = size * runs.after();
            for (int row = 0; row < runs.before(); row++) {
                int from = x.offset() + (row * runs.extent() + begin) * runs.after();
                System.arraycopy(x.data(), from, y.data(), y.offset() + row * length, length);
            }
            begin += size;
        }
    }

    /** Ends beyond the tensor are at its end. */
    static void slice(OnnxCall call) {
        Tensor x = call.input(0);
        int[] extents = Positions.extents(x.shape());
        int[] begins = new int[extents.length];
        int[] strides = new int[extents.length];
        Arrays.fill(strides, 1);
        int[] steps = Positions.steps(extents);
        int[] left = extents.clone();
        List<Long> starts = call.wholes(1);
        List<Long> ends = call.wholes(2);
        for (int i = 0; i < starts.size(); i++) {
            int axis = call.has(3) ? Positions.axis(call.wholes(3).get(i), extents.length) : i;
            long stride = call.has(4) ? call.wholes(4).get(i) : 1;
            long begin = bounded(starts.get(i), extents[axis], stride, extents[axis] - (stride < 0 ? 1 : 0));
            long end = bounded(ends.get(i), extents[axis], stride, extents[axis]);
            begins[axis] = (int) begin;
            strides[axis] = (int) Math.max(Math.min(stride, Integer.MAX_VALUE), -Integer.MAX_VALUE);
            left[axis] = (int) Math.max(0, -Math.floorDiv(begin - end, (long) strides[axis]));
        }
        Positions.fill(call.output(Positions.shape(left)), x, 0, position -> {
            int place = 0;
            for (int axis = 0; axis < extents.length; axis++) {
                place += (begins[axis] + position[axis] * strides[axis]) * steps[axis];
            }
            return place;
        });
    }

    private static long bounded(long written, int extent, long stride, long most) {
        long counted = written < 0 && written >= -(1L << 40) ? written + extent : written;
        return Math.max(Math.min(counted, most), stride < 0 ? -1 : 0);
    }

    /** Blocks of channels become blocks of positions; how channels are counted is the mode. */
    static void depthToSpace(OnnxCall call) {
        Tensor x = call.input(0);
        int block = (int) call.settings().whole("blocksize", 1);
        boolean depthFirst = call.settings().text("mode", "DCR").equals("DCR");
        int[] extents = Positions.extents(x.shape());
        int channels = extents[1] / (block * block);
        int[] out = {extents[0], channels, extents[2] * block, extents[3] * block};
        int[] steps = Positions.steps(extents);
        Positions.fill(call.output(Positions.shape(out)), x, 0, at -> {
            int inBlock = at[2] % block * block + at[3] % block;
            int channel = depthFirst ? inBlock * channels + at[1] : at[1] * block * block + inBlock;
            return at[0] * steps[0] + channel * steps[1] + at[2] / block * steps[2] + at[3] / block;
        });
    }

    static void spaceToDepth(OnnxCall call) {
        Tensor x = call.input(0);
        int block = (int) call.settings().whole("blocksize", 1);
        int[] extents = Positions.extents(x.shape());
        int[] out = {extents[0], extents[1] * block * block, extents[2] / block, extents[3] / block};
        int[] steps = Positions.steps(extents);
        Positions.fill(call.output(Positions.shape(out)), x, 0, at -> {
            int inBlock = at[1] / extents[1];
            int row = at[2] * block + inBlock / block;
            return at[0] * steps[0] + at[1] % extents[1] * steps[1] + row * steps[2] + at[3] * block + inBlock % block;
        });
    }

    /** {@code Trilu}: the triangle above or below a diagonal of the last two axes. */
    static void triangle(OnnxCall call) {
        Tensor x = call.input(0);
        boolean upper = call.settings().flag("upper", true);
        long diagonal = (long) call.number(1, 0);
        int rank = x.rank();
        int[] steps = Positions.steps(Positions.extents(x.shape()));
        Positions.fill(call.outputInPlace(x.shape()), x, 0, position -> {
            long distance = (long) position[rank - 1] - position[rank - 2] - diagonal;
            return (upper ? distance >= 0 : distance <= 0) ? Positions.place(position, steps) : -1;
        });
    }

    static void reverseSequence(OnnxCall call) {
        Tensor x = call.input(0);
        List<Long> lengths = call.wholes(1);
        int time = (int) call.settings().whole("time_axis", 0);
        int batch = (int) call.settings().whole("batch_axis", 1);
        int[] steps = Positions.steps(Positions.extents(x.shape()));
        Positions.fill(call.output(x.shape()), x, 0, position -> {
            int length = lengths.get(position[batch]).intValue();
            int at = position[time];
            int moved = at < length ? length - 1 - at : at;
            return Positions.place(position, steps) + (moved - at) * steps[time];
        });
    }
}
