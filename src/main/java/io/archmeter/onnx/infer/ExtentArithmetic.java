package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import java.util.List;

/** Sums, products and quotients of extents; what is made of one that is not known is not known either, but for its product with 0. */
final class ExtentArithmetic {
    private ExtentArithmetic() {}

    /** The sum of extents; that of none is 0. */
    static Extent sum(Extent... extents) {
        return sum(List.of(extents));
    }

    static Extent sum(List<Extent> extents) {
        long sum = 0;
        for (Extent extent : extents) {
            if (!(extent instanceof Extent.Known known)) {
                return extent;
            }
            sum = Math.addExact(sum, known.value());
        }
        return Extent.of(sum);
    }

    /** The product of extents; that of none is 1. */
    static Extent product(Extent... extents) {
        return product(List.of(extents));
    }

    static Extent product(List<Extent> extents) {
        long product = 1;
        Extent unknown = null;
        for (Extent extent : extents) {
            if (extent instanceof Extent.Known known) {
                product = known.value() == 0 || product == 0 ? 0 : Math.multiplyExact(product, known.value());
            } else if (unknown == null) {
                unknown = extent;
            }
        }
        return unknown == null || product == 0 ? Extent.of(product) : unknown;
    }

    /** Rounded down; the divisor is positive. */
    static Extent quotient(Extent dividend, long divisor) {
        return dividend instanceof Extent.Known known ? Extent.of(Math.floorDiv(known.value(), divisor)) : dividend;
    }

    static boolean is(Extent extent, long value) {
        return extent instanceof Extent.Known known && known.value() == value;
    }

    /** The extent of two that have to be the same; the one that is known of them. Throws {@link io.archmeter.op.Refusal}. */
    static Extent agreed(NodeCall call, Extent one, Extent other, String what) {
        if (differ(one, other)) {
            throw call.refusal(call.operator() + " takes inputs with the same " + what + ", but these have "
                    + one.text() + " and " + other.text());
        }
        return one instanceof Extent.Known ? one : other;
    }

    /** As {@link #agreed}, where no word says what they are extents of. */
    static Extent same(NodeCall call, Extent one, Extent other) {
        if (differ(one, other)) {
            throw call.refusal("extents of " + one.text() + " and " + other.text() + " must be the same");
        }
        return one instanceof Extent.Known ? one : other;
    }

    private static boolean differ(Extent one, Extent other) {
        return one instanceof Extent.Known && other instanceof Extent.Known && !one.equals(other);
    }

    /** Parts of the same size, as heads are. Throws {@link io.archmeter.op.Refusal} where they do not divide it. */
    static Extent part(NodeCall call, Extent whole, long parts, String what) {
        if (parts < 1 || whole instanceof Extent.Known known && known.value() % parts != 0) {
            throw call.refusal(whole.text() + " do not divide into " + parts + " " + what);
        }
        return quotient(whole, parts);
    }
}
