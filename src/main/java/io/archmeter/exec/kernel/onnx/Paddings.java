package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import java.util.List;

/** {@code Pad}: elements around, or away where a number is negative. */
final class Paddings {
    private Paddings() {}

    static void pad(OnnxCall call) {
        Tensor x = call.input(0);
        int[] extents = Positions.extents(x.shape());
        int[] begins = new int[extents.length];
        int[] padded = extents.clone();
        List<Long> pads = call.wholes(1);
        for (int i = 0; i < pads.size() / 2; i++) {
            int axis = call.has(3) ? Positions.axis(call.wholes(3).get(i), extents.length) : i;
            begins[axis] = pads.get(i).intValue();
            padded[axis] += begins[axis] + pads.get(i + pads.size() / 2).intValue();
        }
        String mode = call.settings().text("mode", "constant");
        int[] steps = Positions.steps(extents);
        Positions.fill(call.output(Positions.shape(padded)), x, (float) call.number(2, 0), position -> {
            int place = 0;
            for (int axis = 0; axis < extents.length; axis++) {
                int at = inside(position[axis] - begins[axis], extents[axis], mode);
                if (at < 0) {
                    return -1;
                }
                place += at * steps[axis];
            }
            return place;
        });
    }

    private static int inside(int at, int extent, String mode) {
        if (at >= 0 && at < extent) {
            return at;
        }
        return switch (mode) {
            case "edge" -> at < 0 ? 0 : extent - 1;
            case "reflect" -> reflected(at, extent);
            case "wrap" -> Math.floorMod(at, extent);
            default -> -1;
        };
    }

    /** Back and forth between the first element and the last, neither of them twice. */
    private static int reflected(int at, int extent) {
        if (extent == 1) {
            return 0;
        }
        int place = Math.floorMod(at, 2 * (extent - 1));
        return Math.min(place, 2 * (extent - 1) - place);
    }
}
