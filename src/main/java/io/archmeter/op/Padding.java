package io.archmeter.op;

import java.util.List;

/** Padding as it is written, before the input's extents make it explicit. */
sealed interface Padding {
    Padding NONE = new Explicit(List.of(0));

    /** As much as makes the output as large as the input, where the stride is 1. */
    String SAME = "same";

    /** None at all: only windows that lie on the input are valid (PyTorch {@code padding='valid'}, TensorFlow {@code VALID}). */
    String VALID = "valid";

    /**
     * As much as makes the output's extent the input's divided by the stride, rounded up; an odd rest goes to the end (ONNX
     * {@code SAME_UPPER}, TensorFlow {@code SAME}).
     */
    record Same() implements Padding {
        @Override
        public String toString() {
            return SAME;
        }
    }

    /** One number for all sides, one per axis, or one per side in ONNX's order: all begins, then all ends. */
    record Explicit(List<Integer> numbers) implements Padding {
        public Explicit {
            numbers = List.copyOf(numbers);
        }

        int begin(int axis) {
            return numbers.get(numbers.size() == 1 ? 0 : axis);
        }

        int end(int axis, int rank) {
            return numbers.size() == 2 * rank ? numbers.get(rank + axis) : begin(axis);
        }

        void requireRank(String name, int rank) {
            int given = numbers.size();
            if (given != 1 && given != rank && given != 2 * rank) {
                throw new Refusal(
                        "wrong-rank",
                        name,
                        name + " has " + given + " numbers, but the input has " + rank + " spatial axes",
                        "write one number, one per axis (" + rank + "), or one per side (" + 2 * rank
                                + ": begins, then ends)");
            }
        }

        @Override
        public String toString() {
            return new PerAxis(numbers).toString();
        }
    }
}
