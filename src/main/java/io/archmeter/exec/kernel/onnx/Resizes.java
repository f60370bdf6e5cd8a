package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** {@code Resize} and {@code Upsample}: one axis after the other. */
final class Resizes {
    /** Until this version, scales were the second input. */
    private static final int SCALES_SECOND = 10;

    private Resizes() {}

    static void run(OnnxCall call) {
        Tensor x = call.input(0);
        int[] extents = Positions.extents(x.shape());
        boolean second = call.type().equals("Upsample") || call.version() <= SCALES_SECOND;
        int scalesAt = second ? 1 : 2;
        boolean sized = !second && call.has(3) && !call.wholes(3).isEmpty();
        int[] wanted = extents.clone();
        double[] scales = new double[extents.length];
        Arrays.fill(scales, 1);
        List<Long> axes = call.settings().wholes("axes").orElse(List.of());
        int count = sized ? call.wholes(3).size() : call.elements(scalesAt).length;
        int[] named = new int[count];
        for (int i = 0; i < count; i++) {
            named[i] = axes.isEmpty() ? i : Positions.axis(axes.get(i), extents.length);
            int axis = named[i];
            if (sized) {
                wanted[axis] = call.wholes(3).get(i).intValue();
                scales[axis] = (double) wanted[axis] / extents[axis];
            } else {
                float scale = call.elements(scalesAt)[i];
                wanted[axis] = (int) Math.floor(extents[axis] * scale);
                scales[axis] = scale;
            }
        }
        keepAspect(call, sized, named, extents, wanted, scales);
        float[] roi = !second && call.has(1) ? call.elements(1) : new float[0];
        float[] elements = call.elements(0);
        int[] now = extents.clone();
        for (int axis = 0; axis < extents.length; axis++) {
            if (wanted[axis] != extents[axis] || scales[axis] != 1 || roi.length > 0) {
                int at = at(named, axis);
                double begin = roi.length > 0 && at >= 0 ? roi[at] : 0;
                double end = roi.length > 0 && at >= 0 ? roi[at + count] : 1;
                InterpolatedAxis resized =
                        new InterpolatedAxis(call, extents[axis], wanted[axis], scales[axis], begin, end);
                elements = along(elements, now, axis, resized);
                now[axis] = wanted[axis];
            }
        }
        Tensor y = call.output(Positions.shape(now));
        System.arraycopy(elements, 0, y.data(), y.offset(), elements.length);
    }

    private static int at(int[] named, int axis) {
        for (int i = 0; i < named.length; i++) {
            if (named[i] == axis) {
                return i;
            }
        }
        return -1;
    }

    /** One scale for all named axes, so that none is larger, or none is smaller, than is wanted. */
    private static void keepAspect(
            OnnxCall call, boolean sized, int[] named, int[] extents, int[] wanted, double[] scales) {
        String policy = call.settings().text("keep_aspect_ratio_policy", "stretch");
        if (!sized || policy.equals("stretch")) {
            return;
        }
        boolean larger = policy.equals("not_smaller");
        double scale = larger ? 0 : Double.POSITIVE_INFINITY;
        for (int axis : named) {
            scale = larger ? Math.max(scale, scales[axis]) : Math.min(scale, scales[axis]);
        }
        for (int axis : named) {
            scales[axis] = scale;
            wanted[axis] = (int) Math.floor(extents[axis] * scale + 0.5);
        }
    }

    private static float[] along(float[] elements, int[] extents, int axis, InterpolatedAxis resized) {
        int after = Positions.product(extents, axis + 1, extents.length);
        int before = Positions.product(extents, 0, axis);
        float[] out = new float[before * resized.wanted() * after];
        for (int to = 0; to < resized.wanted(); to++) {
            int[] places = resized.places(to);
            double[] weights = resized.weights(to);
            for (int row = 0; row < before; row++) {
                for (int i = 0; i < after; i++) {
                    double sum = places.length == 0 ? resized.outside() : 0;
                    for (int tap = 0; tap < places.length; tap++) {
                        sum += weights[tap] * elements[(row * extents[axis] + places[tap]) * after + i];
                    }
                    out[(row * resized.wanted() + to) * after + i] = (float) sum;
                }
            }
        }
        return out;
    }
}
