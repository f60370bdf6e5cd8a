package io.archmeter.onnx.network;

import io.archmeter.graph.Shape;
import io.archmeter.op.Flip;
import io.archmeter.op.Select;
import io.archmeter.op.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Parts of a tensor that are known before it runs. */
final class SliceMapping {
    /** A range of one axis, forwards. */
    static final Mapping SLICE = call -> {
        Optional<List<Long>> starts = call.wholes(1);
        Optional<List<Long>> ends = call.wholes(2);
        Optional<List<Long>> axes = call.has(3) ? call.wholes(3) : starts.map(SliceMapping::firstAxes);
        Optional<List<Long>> steps = call.has(4) ? call.wholes(4) : starts.map(SliceMapping::ones);
        if (starts.isEmpty() || ends.isEmpty() || axes.isEmpty() || steps.isEmpty()) {
            return Optional.empty();
        }
        if (turnsRound(call, axes.get(), starts.get(), ends.get(), steps.get())) {
            List<Integer> turned =
                    axes.get().stream().map(axis -> call.axis(axis, 0)).toList();
            return Optional.of(Mapped.of(new Flip(turned), List.of(0)));
        }
        List<Integer> cut = cut(call, axes.get(), steps.get());
        if (cut.size() != 1) {
            return Optional.empty();
        }
        int range = cut.get(0);
        int axis = call.axis(axes.get().get(range), 0);
        long end = ends.get().get(range);
        OptionalInt last = end >= Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(end));
        int start = Math.toIntExact(starts.get().get(range));
        return Optional.of(Mapped.of(new Slice(axis, start, last, steps.get().get(range)), List.of(0)));
    };

    /** {@code Gather} of one place, by a number that is always the same. */
    static final Mapping SELECT = call -> {
        Optional<List<Long>> index = call.isConstant(1) ? call.wholes(1) : Optional.empty();
        if (index.isEmpty() || call.shape(1).rank() != 0) {
            return Optional.empty();
        }
        int axis = call.axis(call.attributes().whole("axis", 0), 0);
        return Optional.of(Mapped.of(new Select(Math.toIntExact(index.get().get(0)), axis), List.of(0)));
    };

    private SliceMapping() {}

    /** Whether all ranges go from the last of their axis to the first. */
    private static boolean turnsRound(
            MappingCall call, List<Long> axes, List<Long> starts, List<Long> ends, List<Long> steps) {
        boolean round = true;
        for (int range = 0; range < axes.size(); range++) {
            long extent = call.shape(0).extent(call.axis(axes.get(range), 0));
            boolean last = starts.get(range) == -1 || starts.get(range) >= extent - 1;
            round &= steps.get(range) == -1 && last && ends.get(range) < -extent;
        }
        return round && axes.stream().distinct().count() == axes.size();
    }

    /** Which of several ranges leave something out; the only one, where there is one. */
    private static List<Integer> cut(MappingCall call, List<Long> axes, List<Long> steps) {
        if (axes.size() == 1) {
            return List.of(0);
        }
        Shape x = call.shape(0);
        List<Integer> cut = new ArrayList<>();
        for (int range = 0; range < axes.size(); range++) {
            int axis = call.axis(axes.get(range), 0);
            if (x.extent(axis) != call.output().extent(axis) || steps.get(range) != 1) {
                cut.add(range);
            }
        }
        return cut;
    }

    private static List<Long> firstAxes(List<Long> starts) {
        List<Long> axes = new ArrayList<>();
        for (long axis = 0; axis < starts.size(); axis++) {
            axes.add(axis);
        }
        return axes;
    }

    private static List<Long> ones(List<Long> starts) {
        return starts.stream().map(start -> 1L).toList();
    }
}
