package io.archmeter.onnx.network;

import io.archmeter.op.Axis;
import io.archmeter.op.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The window of a convolution or a pool, with the padding that {@code auto_pad} stands for. */
final class WindowOf {
    private WindowOf() {}

    static Window node(MappingCall call, List<Long> kernel) {
        int axes = kernel.size();
        List<Long> strides = listed(call, "strides", Collections.nCopies(axes, 1L));
        List<Long> dilations = listed(call, "dilations", Collections.nCopies(axes, 1L));
        List<Long> pads = listed(call, "pads", Collections.nCopies(2 * axes, 0L));
        String auto = call.attributes().text("auto_pad").orElse("NOTSET");
        List<Axis> found = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            int size = Math.toIntExact(kernel.get(axis));
            int stride = Math.toIntExact(strides.get(axis));
            int dilation = Math.toIntExact(dilations.get(axis));
            long begin = pads.get(axis);
            long end = pads.get(axis + axes);
            if (auto.equals("VALID")) {
                begin = 0;
                end = 0;
            } else if (auto.startsWith("SAME")) {
                long extent = call.shape(0).extent(2 + axis);
                long lastStart = Math.multiplyExact(call.output().extent(2 + axis) - 1, (long) stride);
                long total = Math.max(0, lastStart + (size - 1L) * dilation + 1 - extent);
                begin = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
                end = total - begin;
            }
            found.add(new Axis(size, stride, Math.toIntExact(begin), Math.toIntExact(end), dilation));
        }
        return new Window(found);
    }

    /** A list that is empty is one that is not written. */
    private static List<Long> listed(MappingCall call, String name, List<Long> otherwise) {
        return call.attributes().wholes(name).filter(list -> !list.isEmpty()).orElse(otherwise);
    }
}
