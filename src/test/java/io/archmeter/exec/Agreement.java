package io.archmeter.exec;

/** Two computations of the same numbers in float32. */
public final class Agreement {
    private static final double RELATIVE = 1e-4;

    /** The rounding of numbers about as large as the inputs: no sum of them is more exact, however small it comes out. */
    private static final double LEAST = 1e-3;

    private Agreement() {}

    /** All elements within 1e-4 of the largest; what is infinite or no number, such as the root of −1, is the same in both. */
    public static void require(String text, float[] expected, float[] found) {
        double largest = LEAST;
        for (float element : expected) {
            if (Float.isFinite(element)) {
                largest = Math.max(largest, Math.abs(element));
            }
        }
        for (int i = 0; i < expected.length; i++) {
            boolean same = Float.compare(expected[i], found[i]) == 0;
            if (!same && !(Math.abs((double) expected[i] - found[i]) <= RELATIVE * largest)) {
                throw new AssertionError(text + ": element " + i + " is " + found[i] + " and in ONNX Runtime "
                        + expected[i] + "; the largest is " + largest);
            }
        }
    }
}
