package io.archmeter.onnx.network;

import io.archmeter.op.AvgPool;
import io.archmeter.op.Axis;
import io.archmeter.op.GlobalPool;
import io.archmeter.op.LpPool;
import io.archmeter.op.MaxPool;
import io.archmeter.op.PoolFunction;
import io.archmeter.op.Rounding;
import io.archmeter.op.Window;
import java.util.List;
import java.util.Optional;

/** Pools. */
final class PoolMapping {
    /** Where the largest elements lie is counted through all maps by ONNX, and through one by the catalogue: such a pool stays as it is. */
    static final Mapping MAX = call -> call.asked() > 1
            ? Optional.empty()
            : Optional.of(Mapped.of(new MaxPool(window(call), rounding(call)), List.of(0)));

    /** Whether what hangs over the padding counts, runtimes disagree on. Where there is no padding, nothing of it can count. */
    static final Mapping AVERAGE = call -> {
        Window window = window(call);
        boolean padded = window.axes().stream().anyMatch(axis -> axis.padBegin() > 0 || axis.padEnd() > 0);
        boolean counted = call.attributes().flag("count_include_pad");
        if (counted && hangsOver(call, window)) {
            return Optional.empty();
        }
        return Optional.of(Mapped.of(new AvgPool(window, rounding(call), counted || !padded), List.of(0)));
    };

    /** ONNX takes magnitudes, which makes no difference to an even power. */
    static final Mapping LP = call -> {
        Window window = window(call);
        double norm = call.attributes().whole("p").map(Long::doubleValue).orElseGet(() -> call.real("p", 2));
        return norm % 2 != 0 || hangsOver(call, window)
                ? Optional.empty()
                : Optional.of(Mapped.of(new LpPool(window, Rounding.FLOOR, norm), List.of(0)));
    };

    private PoolMapping() {}

    static Mapping global(PoolFunction function) {
        return call -> Optional.of(Mapped.of(new GlobalPool(function), List.of(0)));
    }

    private static Window window(MappingCall call) {
        return WindowOf.node(call, call.attributes().wholes("kernel_shape").orElseThrow(IllegalArgumentException::new));
    }

    private static Rounding rounding(MappingCall call) {
        return call.attributes().flag("ceil_mode") ? Rounding.CEIL : Rounding.FLOOR;
    }

    /** Whether the last window of an axis reaches beyond the padding. */
    private static boolean hangsOver(MappingCall call, Window window) {
        boolean over = false;
        for (int number = 0; number < window.axes().size(); number++) {
            Axis axis = window.axes().get(number);
            long padded = call.shape(0).extent(2 + number) + axis.padBegin() + axis.padEnd();
            long reached =
                    (call.output().extent(2 + number) - 1) * axis.stride() + (axis.kernel() - 1L) * axis.dilation() + 1;
            over |= reached > padded;
        }
        return over;
    }
}
