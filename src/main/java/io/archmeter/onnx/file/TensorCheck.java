package io.archmeter.onnx.file;

import io.archmeter.problem.ProblemException;

/** What must be true of a tensor before its elements can be looked at. */
final class TensorCheck {
    /** What decides shapes has some thousand at most; this many real numbers take 32 MiB. */
    private static final int MOST_ELEMENTS = 1 << 22;

    private final Reading reading;
    private final TensorMessage tensor;

    TensorCheck(Reading reading, TensorMessage tensor) {
        this.reading = reading;
        this.tensor = tensor;
    }

    /**
     * How many elements the extents make.
     *
     * @throws ProblemException where an extent is negative, or they make more than can be counted
     */
    long count() {
        boolean isEmpty = false;
        for (long extent : tensor.dimensions()) {
            if (extent < 0) {
                throw problem(
                        "negative-extent", "has the extent " + extent, "export it again: an extent is at least 0");
            }
            isEmpty |= extent == 0;
        }
        long count = isEmpty ? 0 : 1;
        for (long extent : tensor.dimensions()) {
            if (extent != 0 && count > Long.MAX_VALUE / extent) {
                throw problem(
                        "too-many-elements",
                        "has extents whose product does not fit 63 bits",
                        "export it again: no memory has room for such a tensor");
            }
            count *= extent;
        }
        return count;
    }

    /** Like {@link #count}, of a tensor that is small enough for its elements to be looked at. */
    int smallCount() {
        long count = count();
        if (count > MOST_ELEMENTS) {
            throw problem(
                    "too-many-elements",
                    "has " + count + " elements, and its values are needed",
                    "write it with at most " + MOST_ELEMENTS + " elements");
        }
        return (int) count;
    }

    /** How often as many elements are written as a byte, or a larger element, has room for. */
    int units(ElementType type, int count) {
        return (count + type.unitElements() - 1) / type.unitElements();
    }

    void requireCount(int found, int expected) {
        if (found != expected) {
            throw wrongLength("has " + found + " elements in the file, and " + expected + " by its extents");
        }
    }

    /** Of raw elements, in bytes. */
    void requireLength(long found, long expected) {
        if (found != expected) {
            throw wrongLength("has " + found + " bytes in the file, and " + expected + " by its extents");
        }
    }

    private ProblemException wrongLength(String fact) {
        return problem("wrong-data-length", fact, "export it again: elements are lost, or the extents are wrong");
    }

    ProblemException problem(String code, String fact, String remedy) {
        String subject = tensor.name().isEmpty() ? "the tensor" : "the tensor '" + tensor.name() + "'";
        return reading.problem(code, subject + ", at byte " + tensor.place().offset() + ", " + fact, remedy);
    }
}
