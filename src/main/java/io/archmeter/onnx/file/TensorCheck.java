package io.archmeter.onnx.file;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.ProblemException;

/** What must be true of a tensor before its elements can be looked at. */
final class TensorCheck {
    /** What decides shapes has some thousand at most; this many real numbers take 32 MiB. */
    private static final int MOST_ELEMENTS = 1 << 22;

    /** Of texts. */
    private static final long MOST_BYTES = 1 << 24;

    private static final String CODE_OF_MANY = "too-many-elements";

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
                throw overflow("elements");
            }
            count *= extent;
        }
        return count;
    }

    /**
     * How much the elements take, where all of them are written one after the other.
     *
     * @throws ProblemException where the extents cannot be
     */
    long bytes(ElementEncoding type) {
        long units = units(type);
        if (units > Long.MAX_VALUE / type.unitBytes()) {
            throw overflow("bytes");
        }
        return units * type.unitBytes();
    }

    /** How often as many elements are written as a byte, or a larger element, has room for. */
    long units(ElementEncoding type) {
        long count = count();
        return count / type.unitElements() + (count % type.unitElements() == 0 ? 0 : 1);
    }

    /** The elements are to be decoded, of which there must not be too many. */
    void requireFew() {
        long count = count();
        if (count > MOST_ELEMENTS) {
            throw problem(
                    CODE_OF_MANY,
                    "has " + count + " elements, and its values are needed",
                    "write it with at most " + MOST_ELEMENTS + " elements");
        }
    }

    /** Texts are to be decoded, which must not have too many bytes. */
    void requireShort(long bytes) {
        if (bytes > MOST_BYTES) {
            throw problem(
                    CODE_OF_MANY,
                    "has texts of " + bytes + " bytes, and they are needed",
                    "write it with at most " + MOST_BYTES + " bytes");
        }
    }

    void requireCount(long found, long expected) {
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

    private ProblemException overflow(String what) {
        return problem(
                CODE_OF_MANY,
                "has more " + what + " than 63 bits can count",
                "export it again: no memory has room for such a tensor");
    }

    ProblemException problem(String code, String fact, String remedy) {
        String subject = tensor.name().isEmpty() ? "the tensor" : "the tensor '" + Excerpt.of(tensor.name()) + "'";
        return reading.problem(code, subject + ", at byte " + tensor.place().offset() + ", " + fact, remedy);
    }
}
