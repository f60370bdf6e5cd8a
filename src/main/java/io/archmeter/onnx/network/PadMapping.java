package io.archmeter.onnx.network;

import io.archmeter.graph.Op;
import io.archmeter.op.Pad;
import io.archmeter.op.PaddingMode;
import io.archmeter.op.ZeroPad;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Elements around a tensor. */
final class PadMapping {
    private static final int FIRST_SPATIAL = 2;

    static final Mapping PAD = call -> {
        Optional<List<Long>> sides = call.wholes(1);
        Optional<PaddingMode> mode = mode(call.attributes().text("mode").orElse("constant"));
        OptionalDouble value = call.has(2) ? call.number(2) : OptionalDouble.of(0);
        if (sides.isEmpty() || mode.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        int rank = call.shape(0).rank();
        long[] begins = new long[rank];
        long[] ends = new long[rank];
        List<Integer> named = named(call, rank);
        for (int number = 0; number < named.size(); number++) {
            begins[named.get(number)] = sides.get().get(number);
            ends[named.get(number)] = sides.get().get(number + named.size());
        }
        return Optional.of(Mapped.of(pad(begins, ends, mode.get(), value.getAsDouble(), !call.has(2)), List.of(0)));
    };

    private PadMapping() {}

    private static Optional<PaddingMode> mode(String mode) {
        return switch (mode) {
            case "constant" -> Optional.of(PaddingMode.CONSTANT);
            case "reflect" -> Optional.of(PaddingMode.REFLECT);
            case "edge" -> Optional.of(PaddingMode.REPLICATE);
            case "wrap" -> Optional.of(PaddingMode.CIRCULAR);
            default -> Optional.empty();
        };
    }

    /** Since version 18 the axes can be named. */
    private static List<Integer> named(MappingCall call, int rank) {
        List<Integer> axes = new ArrayList<>();
        if (call.has(3)) {
            call.wholes(3).orElseThrow(IllegalArgumentException::new).forEach(axis -> axes.add(call.axis(axis, 0)));
        } else {
            for (int axis = 0; axis < rank; axis++) {
                axes.add(axis);
            }
        }
        return axes;
    }

    /**
     * Around all spatial axes, where no other is padded.
     *
     * @param zeros whether no constant is said, which is 0 then
     */
    private static Op pad(long[] begins, long[] ends, PaddingMode mode, double value, boolean zeros) {
        boolean spatial = begins.length > FIRST_SPATIAL;
        for (int axis = 0; axis < Math.min(FIRST_SPATIAL, begins.length); axis++) {
            spatial &= begins[axis] == 0 && ends[axis] == 0;
        }
        List<Integer> axes = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int axis = 0; axis < begins.length; axis++) {
            if (spatial ? axis >= FIRST_SPATIAL : begins[axis] != 0 || ends[axis] != 0) {
                axes.add(axis);
                before.add(Math.toIntExact(begins[axis]));
                after.add(Math.toIntExact(ends[axis]));
            }
        }
        Pad pad = new Pad(axes, before, after, mode, value);
        return mode == PaddingMode.CONSTANT && zeros ? new ZeroPad(pad, spatial) : pad;
    }
}
