package io.archmeter.onnx;

import io.archmeter.op.Axis;
import io.archmeter.op.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A window in ONNX's attributes. */
final class WindowAttributes {
    private WindowAttributes() {}

    /** All but the padding and the dilation. */
    static Call on(Call call, Window window) {
        return call.with("kernel_shape", each(window.axes(), Axis::kernel))
                .with("strides", each(window.axes(), Axis::stride));
    }

    static Call dilated(Call call, Window window) {
        return call.with("dilations", each(window.axes(), Axis::dilation));
    }

    /** All begins, then all ends. */
    static List<Long> pads(List<Axis> axes) {
        List<Long> pads = each(axes, Axis::padBegin);
        pads.addAll(each(axes, Axis::padEnd));
        return pads;
    }

    private static List<Long> each(List<Axis> axes, ToIntFunction<Axis> number) {
        List<Long> all = new ArrayList<>();
        axes.forEach(axis -> all.add((long) number.applyAsInt(axis)));
        return all;
    }
}
