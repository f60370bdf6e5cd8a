package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;

/** One element of a value whose elements are followed. A truth value is the number 0 or 1. */
public sealed interface Element {
    /** A whole number. */
    record Whole(long value) implements Element {}

    /** A real number. */
    record Real(double value) implements Element {}

    record Text(String value) implements Element {}

    /** One that is not known before the network runs. */
    record Unknown(Extent.Unknown origin) implements Element {}

    static Element of(long value) {
        return new Whole(value);
    }

    static Element of(boolean value) {
        return new Whole(value ? 1 : 0);
    }

    static Element of(double value) {
        return new Real(value);
    }

    /** An extent as an element: what {@code Shape} puts out. */
    static Element of(Extent extent) {
        return extent instanceof Extent.Known known ? new Whole(known.value()) : new Unknown((Extent.Unknown) extent);
    }
}
