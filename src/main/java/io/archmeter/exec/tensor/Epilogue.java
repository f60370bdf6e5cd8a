package io.archmeter.exec.tensor;

/**
 * What becomes of the elements of an output when their sums are complete: what layers after it would do with each of them alone. A kernel
 * does it while they are still in a near cache.
 */
@FunctionalInterface
public interface Epilogue {
    /** The sums are all there is. */
    Epilogue NONE = (elements, begin, end) -> {};

    /** Finishes the elements from {@code begin} to before {@code end} of the output's array; each once, from any thread. */
    void finish(float[] elements, int begin, int end);

    /** Finishes rows of {@code columns} elements that begin {@code stride} elements apart. */
    default void finish(float[] elements, int begin, int rows, int columns, int stride) {
        if (columns == stride) {
            finish(elements, begin, begin + rows * columns);
            return;
        }
        for (int row = 0; row < rows; row++) {
            int first = begin + row * stride;
            finish(elements, first, first + columns);
        }
    }
}
