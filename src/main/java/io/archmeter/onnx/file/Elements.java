package io.archmeter.onnx.file;

import java.util.Arrays;
import java.util.List;

/** The elements of a tensor, decoded. */
public sealed interface Elements {
    /** How many they are. */
    int count();

    /** Integers of all widths, and truth values as 0 and 1; those of 64 bits without a sign that are beyond 2^63 − 1 are negative. */
    record Wholes(long[] values) implements Elements {
        public Wholes {
            values = values.clone();
        }

        @Override
        public long[] values() {
            return values.clone();
        }

        @Override
        public int count() {
            return values.length;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Wholes wholes && Arrays.equals(values, wholes.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return Arrays.toString(values);
        }
    }

    /** Real numbers of all widths. */
    record Reals(double[] values) implements Elements {
        public Reals {
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public int count() {
            return values.length;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Reals reals && Arrays.equals(values, reals.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return Arrays.toString(values);
        }
    }

    record Texts(List<String> values) implements Elements {
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public int count() {
            return values.size();
        }
    }
}
