package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;

/** One element of a value whose elements are followed. A truth value is the number 0 or 1. */
public sealed interface FollowedElement {
    record Whole(long value) implements FollowedElement {}

    record Real(double value) implements FollowedElement {}

    record Text(String value) implements FollowedElement {}

    /** One that is not known before the network runs. */
    record Unknown(Extent.Unknown origin) implements FollowedElement {}

    static FollowedElement of(long value) {
        return new Whole(value);
    }

    static FollowedElement of(boolean value) {
        return new Whole(value ? 1 : 0);
    }

    static FollowedElement of(double value) {
        return new Real(value);
    }

    /** An extent as an element: what {@code Shape} puts out. */
    static FollowedElement of(Extent extent) {
        return extent instanceof Extent.Known known ? new Whole(known.value()) : new Unknown((Extent.Unknown) extent);
    }
}
