package io.archmeter.exec.kernel.onnx;

import java.util.List;
import java.util.Optional;

/**
 * The window of a transposed convolution.
 *
 * @param begins what is cut off before each axis of the output
 * @param out the output's spatial extents
 */
record TransposedWindow(int[] kernel, int[] strides, int[] dilations, int[] begins, int[] out) {
    static TransposedWindow of(OnnxCall call, int[] input, int[] kernel) {
        int axes = kernel.length;
        int[] strides = call.settings().numbers("strides", axes, 1);
        int[] dilations = call.settings().numbers("dilations", axes, 1);
        int[] more = call.settings().numbers("output_padding", axes, 0);
        int[] begins = new int[axes];
        int[] out = new int[axes];
        Optional<List<Long>> shape = call.settings().wholes("output_shape");
        Optional<List<Long>> pads = call.settings().wholes("pads");
        String auto = call.settings().text("auto_pad", "NOTSET");
        for (int axis = 0; axis < axes; axis++) {
            int whole = strides[axis] * (input[axis] - 1) + more[axis] + (kernel[axis] - 1) * dilations[axis] + 1;
            if (shape.isPresent() || auto.startsWith("SAME")) {
                int given = shape.map(List::size).orElse(0);
                out[axis] = shape.isPresent()
                        ? shape.get().get(given - axes + axis).intValue()
                        : input[axis] * strides[axis];
                int cut = Math.max(0, whole - out[axis]);
                begins[axis] = auto.equals("SAME_UPPER") ? cut / 2 : cut - cut / 2;
            } else {
                boolean cut = pads.isPresent() && !auto.equals("VALID");
                begins[axis] = cut ? pads.get().get(axis).intValue() : 0;
                out[axis] = whole
                        - begins[axis]
                        - (cut ? pads.get().get(axis + axes).intValue() : 0);
            }
        }
        return new TransposedWindow(kernel, strides, dilations, begins, out);
    }

    /** The places in the output over which an element of the input is spread; negative where they are cut off. */
    int[] places(int number, int[] input) {
        int[] position = new int[input.length];
        int rest = number;
        for (int axis = input.length - 1; axis >= 0; axis--) {
            position[axis] = rest % input[axis];
            rest /= input[axis];
        }
        int[] places = new int[Positions.elements(kernel)];
        Positions.each(kernel, (tap, at) -> {
            int place = 0;
            for (int axis = 0; axis < kernel.length && place >= 0; axis++) {
                int to = position[axis] * strides[axis] - begins[axis] + tap[axis] * dilations[axis];
                place = to < 0 || to >= out[axis] ? -1 : place * out[axis] + to;
            }
            places[at] = place;
        });
        return places;
    }
}
