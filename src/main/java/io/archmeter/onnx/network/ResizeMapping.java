package io.archmeter.onnx.network;

import io.archmeter.graph.Shape;
import io.archmeter.op.Interpolation;
import io.archmeter.op.Upsample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Maps of another size, where their elements lie as PyTorch has them ({@code UpsampleToOnnx} writes these forms, as its exporter does). */
final class ResizeMapping {
    /** Since this version, an attribute says where elements lie, and the scales come after a region. */
    private static final long PLACED = 11;

    private static final double CUBIC = -0.75;

    static final Mapping UPSAMPLE =
            call -> nearest(call) ? upsample(call, 1, Interpolation.NEAREST, false) : Optional.empty();

    static final Mapping RESIZE = call -> {
        if (call.version() < PLACED) {
            return UPSAMPLE.of(call);
        }
        String place = call.attributes().text("coordinate_transformation_mode").orElse("half_pixel");
        boolean usual = !call.attributes().has("axes")
                && !call.attributes().flag("antialias")
                && !call.attributes().flag("exclude_outside")
                && call.attributes()
                        .text("keep_aspect_ratio_policy")
                        .orElse("stretch")
                        .equals("stretch");
        Optional<Interpolation> mode = usual ? mode(call, place) : Optional.empty();
        return mode.flatMap(found -> upsample(call, 2, found, place.equals("align_corners")));
    };

    private ResizeMapping() {}

    private static boolean nearest(MappingCall call) {
        return call.attributes().text("mode").orElse("nearest").equals("nearest");
    }

    private static Optional<Interpolation> mode(MappingCall call, String place) {
        if (nearest(call)) {
            boolean before = call.attributes().text("nearest_mode").orElse("").equals("floor");
            return place.equals("asymmetric") && before ? Optional.of(Interpolation.NEAREST) : Optional.empty();
        }
        List<Long> extents = call.output().spatial();
        boolean several = extents.stream().allMatch(extent -> extent > 1);
        boolean placed = place.equals("half_pixel")
                || place.equals("align_corners")
                || place.equals("pytorch_half_pixel") && several;
        boolean cubic = call.attributes().text("mode").orElse("").equals("cubic");
        if (!placed || cubic && call.real("cubic_coeff_a", CUBIC) != CUBIC) {
            return Optional.empty();
        }
        return switch (extents.size()) {
            case 1 -> cubic ? Optional.empty() : Optional.of(Interpolation.LINEAR);
            case 2 -> Optional.of(cubic ? Interpolation.BICUBIC : Interpolation.BILINEAR);
            case 3 -> cubic ? Optional.empty() : Optional.of(Interpolation.TRILINEAR);
            default -> Optional.empty();
        };
    }

    /** @param scales the input that has them */
    private static Optional<Mapped> upsample(MappingCall call, int scales, Interpolation mode, boolean corners) {
        Shape x = call.shape(0);
        List<Integer> size = new ArrayList<>();
        for (int axis = 2; axis < x.rank(); axis++) {
            size.add(Math.toIntExact(call.output().extent(axis)));
        }
        OptionalDouble factor = OptionalDouble.empty();
        if (call.has(scales) && call.shape(scales).elements() > 0) {
            List<Double> each = call.content(scales)
                    .orElseThrow(IllegalArgumentException::new)
                    .reals();
            boolean same = each.subList(2, each.size()).stream().distinct().count() == 1;
            if (!corners && same && isDecimal(each.get(2))) {
                factor = OptionalDouble.of(each.get(2));
            } else if (!corners && !areOfExtents(each, x, call.output())) {
                return Optional.empty();
            }
        }
        Upsample op = new Upsample(factor.isPresent() ? List.of() : size, factor, mode, corners);
        return Optional.of(Mapped.of(op, List.of(0)));
    }

    /** Whether 32 bits hold a factor as it is written: others are rounded, and may miss an element by one. */
    private static boolean isDecimal(double factor) {
        return Double.parseDouble(Float.toString((float) factor)) == factor;
    }

    /** Whether places follow from the extents as well: a factor that leaves a rest sets them apart by itself. */
    private static boolean areOfExtents(List<Double> scales, Shape from, Shape to) {
        boolean exact = true;
        for (int axis = 2; axis < from.rank(); axis++) {
            exact &= scales.get(axis) * from.extent(axis) == to.extent(axis);
        }
        return exact;
    }
}
