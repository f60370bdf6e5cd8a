package io.archmeter.verify;

/** Two computations of the same numbers. */
final class Tolerance {
    /** Sums in another order differ in their last bits, and Winograd's algorithm loses some more. */
    private static final double TOLERANCE = 1e-4;

    private Tolerance() {}

    /** Whether all elements are equal to a part of the largest; those that are infinite or no number are not finite in the other. */
    static boolean of(float[] found, float[] expected) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            if (Float.isFinite(expected[i])) {
                largest = Math.max(largest, Math.abs((double) expected[i]));
                difference = Math.max(difference, Math.abs((double) found[i] - expected[i]));
            } else if (Float.isFinite(found[i])) {
                return false;
            }
        }
        return difference <= TOLERANCE * largest;
    }
}
