package io.archmeter.exec.kernel.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Windows over the axes after N and C, as the attributes of ONNX's convolutions and pools say.
 *
 * @param begins padding before each axis
 * @param ends padding after each axis
 * @param out how many windows there are along each axis
 */
record Sliding(int[] kernel, int[] strides, int[] dilations, int[] begins, int[] ends, int[] out) {
    static Sliding of(OnnxCall call, int[] input, int[] kernel) {
        int axes = kernel.length;
        int[] strides = call.settings().numbers("strides", axes, 1);
        int[] dilations = call.settings().numbers("dilations", axes, 1);
        int[] begins = new int[axes];
        int[] ends = new int[axes];
        int[] out = new int[axes];
        String auto = call.settings().text("auto_pad", "NOTSET");
        Optional<List<Long>> pads = call.settings().wholes("pads");
        boolean ceil = call.settings().flag("ceil_mode", false);
        for (int axis = 0; axis < axes; axis++) {
            int reach = (kernel[axis] - 1) * dilations[axis] + 1;
            int extent = input[axis];
            if (auto.startsWith("SAME")) {
                int wanted = (extent + strides[axis] - 1) / strides[axis];
                int all = Math.max(0, (wanted - 1) * strides[axis] + reach - extent);
                begins[axis] = auto.equals("SAME_UPPER") ? all / 2 : all - all / 2;
                ends[axis] = all - begins[axis];
            } else if (pads.isPresent() && !auto.equals("VALID")) {
                begins[axis] = pads.get().get(axis).intValue();
                ends[axis] = pads.get().get(axis + axes).intValue();
            }
            out[axis] = slide(extent, reach, strides[axis], begins[axis], ends[axis], ceil && !auto.startsWith("SAME"));
        }
        return new Sliding(kernel, strides, dilations, begins, ends, out);
    }

    /** A window that overhangs the padding counts, if asked for, unless it begins beyond the input and the padding before it. */
    private static int slide(int extent, int reach, int stride, int begin, int end, boolean overhanging) {
        int windows = 0;
        int padded = extent + begin + end;
        for (int at = 0; at + reach <= padded; at += stride) {
            windows++;
        }
        boolean more = overhanging && windows * stride < padded && windows * stride < extent + begin;
        return more && (windows == 0 || (windows - 1) * stride + reach < padded) ? windows + 1 : windows;
    }

    /** The spatial extents of a kernel: as an attribute says, or those of a weight after its first two axes. */
    static int[] kernel(OnnxCall call, int[] otherwise) {
        return call.settings()
                .wholes("kernel_shape")
                .map(all -> all.stream().mapToInt(Long::intValue).toArray())
                .orElse(otherwise);
    }

    /** Where along an axis a tap of a window falls; negative or beyond the input where on padding. */
    int at(int axis, int window, int tap) {
        return window * strides[axis] - begins[axis] + tap * dilations[axis];
    }

    /** The place of a tap of a window in the input's positions; negative where it falls on padding. */
    int place(int[] window, int[] tap, int[] input) {
        int place = 0;
        for (int axis = 0; axis < input.length; axis++) {
            int at = at(axis, window[axis], tap[axis]);
            if (at < 0 || at >= input[axis]) {
                return -1;
            }
            place = place * input[axis] + at;
        }
        return place;
    }

    /** The places of all taps of a window. */
    int[] places(int[] window, int[] input) {
        int[] places = new int[Positions.elements(kernel)];
        Positions.each(kernel, (tap, number) -> places[number] = place(window, tap, input));
        return places;
    }

    /** How many taps of a window fall on the input or on padding, and not beyond both. */
    int counted(int[] window, int[] input) {
        int[] counted = {0};
        Positions.each(kernel, (tap, number) -> {
            boolean inside = true;
            for (int axis = 0; axis < input.length; axis++) {
                int at = at(axis, window[axis], tap[axis]);
                inside &= at >= -begins[axis] && at < input[axis] + ends[axis];
            }
            counted[0] += inside ? 1 : 0;
        });
        return counted[0];
    }

    /** The windows of all positions, in order. */
    List<int[]> windows() {
        List<int[]> windows = new ArrayList<>();
        Positions.each(out, (position, number) -> windows.add(position.clone()));
        return windows;
    }
}
