package io.archmeter.exec;

/** Two computations of the same numbers in float32. */
public final class Agreement {
    private static final double RELATIVE = 1e-4;

    /** The rounding of numbers about as large as the inputs: no sum of them is more exact, however small it comes out. */
    private static final double LEAST = 1e-3;

    private Agreement() {}

    /** All elements within 1e-4 of the largest. */
    public static void require(String text, float[] expected, float[] found) {
        double largest = LEAST;
        for (float element : expected) {
            largest = Math.max(largest, Math.abs(element));
        }
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs((double) expected[i] - found[i]) <= RELATIVE * largest)) {
                throw new AssertionError(text + ": element " + i + " is " + found[i] + " and in ONNX Runtime "
                        + expected[i] + "; the largest is " + largest);
            }
        }
    }
}
