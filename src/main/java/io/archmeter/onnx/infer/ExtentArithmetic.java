package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import java.util.function.LongBinaryOperator;

/** Sums, products and quotients of extents; what is made of one that is not known is not known either, but for its product with 0. */
final class ExtentArithmetic {
    private ExtentArithmetic() {}

    static Extent sum(Extent one, Extent other) {
        return both(one, other, Math::addExact);
    }

    static Extent product(Extent one, Extent other) {
        if (is(one, 0) || is(other, 0)) {
            return Extent.of(0);
        }
        return both(one, other, Math::multiplyExact);
    }

    /** Rounded down; the divisor is positive. */
    static Extent quotient(Extent dividend, long divisor) {
        return dividend instanceof Extent.Known known ? Extent.of(Math.floorDiv(known.value(), divisor)) : dividend;
    }

    static boolean is(Extent extent, long value) {
        return extent instanceof Extent.Known known && known.value() == value;
    }

    private static Extent both(Extent one, Extent other, LongBinaryOperator function) {
        if (!(one instanceof Extent.Known first)) {
            return one;
        }
        return other instanceof Extent.Known second
                ? Extent.of(function.applyAsLong(first.value(), second.value()))
                : other;
    }

    /** The extent of two that have to be the same; the one that is known of them. Throws {@link io.archmeter.op.Refusal}. */
    static Extent agreed(NodeCall call, Extent one, Extent other, String what) {
        if (one instanceof Extent.Known && other instanceof Extent.Known && !one.equals(other)) {
            throw call.refusal(call.operator() + " takes inputs with the same " + what + ", but these have "
                    + one.text() + " and " + other.text());
        }
        return one instanceof Extent.Known ? one : other;
    }

    /** Parts of the same size, as heads are. Throws {@link io.archmeter.op.Refusal} where they do not divide it. */
    static Extent part(NodeCall call, Extent whole, long parts, String what) {
        if (parts < 1 || whole instanceof Extent.Known known && known.value() % parts != 0) {
            throw call.refusal(whole.text() + " do not divide into " + parts + " " + what);
        }
        return quotient(whole, parts);
    }
}
