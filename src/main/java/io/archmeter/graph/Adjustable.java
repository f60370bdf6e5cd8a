package io.archmeter.graph;

import java.util.Locale;

/**
 * What can be said of a network from outside, before it is analyzed.
 *
 * @param type of the elements of a tensor; empty for what is none
 * @param shape as the network declares it, with names where it is open: {@code batch×3×height×width}; or which axes an extent is of
 * @param value what it is now, and who says so: {@code 1 (default)}; {@code ?} where nobody does
 * @param option how it is said: {@code with --bind batch=…}
 * @since 0.2.0
 */
public record Adjustable(Kind kind, String name, String type, String shape, String value, String option) {
    /** What is said. */
    public enum Kind {
        /** The shape of what the network is given. */
        INPUT,
        /** An extent that is left open. */
        EXTENT,
        /** The elements of an input that decide shapes or branches. */
        ELEMENTS,
        /** The shape of a value between layers that follows from nothing. */
        VALUE,
        /** A stored tensor that whoever runs the network may replace. */
        CONSTANT,
        /** A param of a spec. */
        PARAM;

        /** As reports write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
