package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.value.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where the elements of a resized map lie on the map that it is made of. The place of element q is (q + ½)·ratio − ½, q·ratio for nearest
 * elements and aligned corners (ATen's {@code UpSample.h}); its taps are those around it. Beyond the edge, the element at the edge is
 * repeated.
 */
final class Resizing {
    private Resizing() {}

    static void requireOne(List<Integer> size, OptionalDouble factor) {
        if (size.isEmpty() == factor.isEmpty()) {
            throw new Refusal(
                    size.isEmpty() ? "missing-size" : "two-sizes",
                    size.isEmpty() ? "" : "size",
                    size.isEmpty() ? "has neither a size nor a scale_factor" : "has both a size and a scale_factor",
                    "write one of them");
        }
        if (factor.isPresent() && !(factor.getAsDouble() > 0)) {
            throw new Refusal(
                    "out-of-range", "scale_factor", "scale_factor must be more than 0", "use 2 to double all axes");
        }
    }

    static List<Formula> extents(Upsample op, Shape x) {
        List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(x.axis(1))));
        for (int a = 0; a < x.spatialRank(); a++) {
            extents.add(extent(op, x.axis(a + 2), a));
        }
        return extents;
    }

    private static Formula extent(Upsample op, Extent extent, int axis) {
        if (!op.size().isEmpty()) {
            return Formula.of(op.size().get(axis));
        }
        if (!(extent instanceof Extent.Known known)) {
            return Formula.of(extent);
        }
        double factor = op.scaleFactor().getAsDouble();
        Rational exact = Rational.nearest(factor);
        long numerator = exact.numerator().longValueExact();
        long denominator = exact.denominator().longValueExact();
        Formula whole = Formula.product(known.value(), numerator);
        Formula scaled = denominator == 1 ? whole : Formula.floor(whole, denominator);
        long value = scaled.value();
        if (value < 1) {
            throw new Refusal(
                    "nothing-left",
                    "scale_factor",
                    "of an extent of " + known.value() + ", nothing is left at a factor of " + exact,
                    "use a larger factor, or a larger input");
        }
        // PyTorch takes the floor of a product of doubles, which can be less than the product by its rounding error.
        if (value != (long) Math.floor(known.value() * factor)) {
            throw new Refusal(
                    "inexact-factor",
                    "scale_factor",
                    known.value() + " times " + exact + " is " + value + ", but PyTorch's rounding makes it "
                            + (long) Math.floor(known.value() * factor),
                    "write the size");
        }
        return scaled;
    }

    static Reach reach(Upsample op, Shape x) {
        List<PhasedAxis> axes = new ArrayList<>();
        for (int a = 0; a < x.spatialRank(); a++) {
            long extent = x.extent(a + 2);
            Rational ratio = ratio(op, extent, extent(op, x.axis(a + 2), a).value());
            if (ratio.denominator().compareTo(BigInteger.valueOf(Readers.MOST_PER_AXIS)) > 0) {
                return Reach.UNKNOWN;
            }
            axes.add(extent == 1 ? new PhasedAxis(0, List.of(new PhasedAxis.Taps(0, 1, 1))) : axis(op, ratio));
        }
        return new Reach.Phased(axes, false);
    }

    /** Steps of the input for one of the output. */
    private static Rational ratio(Upsample op, long extent, long output) {
        if (op.alignCorners()) {
            return output == 1 ? Rational.ZERO : Rational.of(extent - 1).over(Rational.of(output - 1));
        }
        return op.size().isEmpty()
                ? Rational.of(1).over(Rational.nearest(op.scaleFactor().getAsDouble()))
                : Rational.of(extent).over(Rational.of(output));
    }

    private static PhasedAxis axis(Upsample op, Rational ratio) {
        long advance = ratio.numerator().longValueExact();
        long phases = ratio.denominator().longValueExact();
        boolean edges = op.mode() != Interpolation.NEAREST && !op.alignCorners();
        List<PhasedAxis.Taps> taps = new ArrayList<>();
        for (long phase = 0; phase < phases; phase++) {
            // The place in halves of phases.
            long place = edges
                    ? Math.subtractExact(Math.multiplyExact(2 * phase + 1, advance), phases)
                    : Math.multiplyExact(2 * phase, advance);
            long before = Math.floorDiv(place, 2 * phases);
            boolean between = op.mode() != Interpolation.NEAREST && Math.floorMod(place, 2 * phases) != 0;
            long side = op.mode().taps() / 2;
            taps.add(between ? new PhasedAxis.Taps(before - side + 1, 2 * side, 1) : new PhasedAxis.Taps(before, 1, 1));
        }
        return new PhasedAxis(advance, taps);
    }
}
