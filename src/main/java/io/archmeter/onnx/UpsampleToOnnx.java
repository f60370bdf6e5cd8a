package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import io.archmeter.op.Interpolation;
import io.archmeter.op.Upsample;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Resize}, told where elements lie as PyTorch's exporter tells it. ONNX Runtime finds nearest elements by dividing by a factor of 32
 * bits; where that is rounded it may miss an element by one, so that they are gathered instead, axis by axis.
 */
final class UpsampleToOnnx implements Conversion<Upsample> {
    /** {@code Resize} takes a region of interest, which nothing here has. */
    private static final String NO_REGION = "";

    @Override
    public void convert(Upsample op, OnnxLayer layer) {
        boolean nearest = op.mode() == Interpolation.NEAREST;
        if (nearest && (!isExact(op, layer) || layer.inputShape().spatialRank() > PoolWindows.MOST_AXES)) {
            gather(op, layer);
            return;
        }
        Call resize = Call.of("Resize", inputs(op, layer))
                .with("mode", nearest ? "nearest" : op.mode() == Interpolation.BICUBIC ? "cubic" : "linear")
                .with(
                        "coordinate_transformation_mode",
                        nearest ? "asymmetric" : op.alignCorners() ? "align_corners" : "half_pixel");
        if (nearest) {
            resize = resize.with("nearest_mode", "floor");
        }
        layer.result(op.mode() == Interpolation.BICUBIC ? resize.with("cubic_coeff_a", -0.75) : resize);
    }

    /** With the factors that places follow from, or with the size where they follow from it. */
    private static List<String> inputs(Upsample op, OnnxLayer layer) {
        if (!op.size().isEmpty() || op.alignCorners()) {
            String sizes = layer.constant("sizes", layer.output().extents());
            return List.of(layer.input(), NO_REGION, "", sizes);
        }
        int rank = layer.inputShape().rank();
        float factor = (float) op.scaleFactor().getAsDouble();
        for (int axis = 2; axis < rank; axis++) {
            if ((long) (factor * layer.inputShape().extent(axis))
                    != layer.output().extent(axis)) {
                throw new CannotConvert(
                        "its scale_factor has 32 bits in ONNX, which makes another size of axis " + axis,
                        "write the size");
            }
        }
        String factors = layer.constant("factors", Shape.of(rank), () -> {
            float[] each = new float[rank];
            for (int axis = 0; axis < rank; axis++) {
                each[axis] = axis < 2 ? 1 : factor;
            }
            return each;
        });
        return List.of(layer.input(), NO_REGION, factors);
    }

    /** Whether the factor of each axis is a number of 32 bits. */
    private static boolean isExact(Upsample op, OnnxLayer layer) {
        boolean exact = true;
        for (int axis = 2; axis < layer.inputShape().rank(); axis++) {
            double factor = factor(op, layer, axis);
            exact &= factor == (float) factor;
        }
        return exact;
    }

    private static double factor(Upsample op, OnnxLayer layer, int axis) {
        return op.scaleFactor()
                .orElse((double) layer.output().extent(axis)
                        / layer.inputShape().extent(axis));
    }

    private static void gather(Upsample op, OnnxLayer layer) {
        String gathered = layer.input();
        int last = layer.inputShape().rank() - 1;
        for (int axis = 2; axis <= last; axis++) {
            String elements = layer.constant("elements" + axis, elements(op, layer, axis));
            Call call = Call.of("Gather", gathered, elements).with("axis", axis);
            if (axis == last) {
                layer.result(call);
            } else {
                gathered = layer.step("gathered" + axis, call);
            }
        }
    }

    private static List<Long> elements(Upsample op, OnnxLayer layer, int axis) {
        long extent = layer.inputShape().extent(axis);
        long positions = layer.output().extent(axis);
        List<Long> elements = new ArrayList<>();
        for (long i = 0; i < positions; i++) {
            long element = op.size().isEmpty()
                    ? (long) (i / op.scaleFactor().getAsDouble())
                    : Math.multiplyExact(i, extent) / positions;
            elements.add(Math.min(element, extent - 1));
        }
        return elements;
    }
}
