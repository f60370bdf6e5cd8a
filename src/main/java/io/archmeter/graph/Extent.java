package io.archmeter.graph;

/**
 * How many elements a tensor has along one axis.
 *
 * @since 0.2.0
 */
public sealed interface Extent {
    /** How it reads in a shape: {@code 224}, or {@link Unknown#MARK}. */
    String text();

    /** One that is known; a tensor with an extent of 0 has no elements. */
    record Known(long value) implements Extent {
        public Known {
            if (value < 0) {
                throw new IllegalArgumentException("an extent must be at least 0: " + value);
            }
        }

        @Override
        public String text() {
            return String.valueOf(value);
        }

        /** Written out: what a record is given is put together at run time, which costs a short command more than its shapes. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Known known && known.value == value;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(value);
        }
    }

    /**
     * One that nobody knows before the network runs.
     *
     * @param origin the layer or the input that it comes from; empty where an operator says so that has no name yet
     */
    record Unknown(String origin) implements Extent {
        /** How an extent that is not known reads in a shape: {@code 1x?x4}. */
        public static final String MARK = "?";

        /** How a spec says that nobody knows an extent, or another number. */
        public static final String WORD = "unknown";

        /** One that comes from the very layer that is asked. */
        public static final Unknown HERE = new Unknown("");

        /** Written out, as above. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Unknown unknown && unknown.origin.equals(origin);
        }

        @Override
        public int hashCode() {
            return origin.hashCode();
        }

        /** The same, which comes from a layer where it came from nowhere else. */
        public Unknown or(String layer) {
            return origin.isEmpty() ? new Unknown(layer) : this;
        }

        @Override
        public String text() {
            return MARK;
        }
    }

    static Extent of(long value) {
        return new Known(value);
    }
}
