package io.archmeter.memory;

import java.util.List;

/**
 * Memory that one tensor lies in, or several that share it.
 *
 * @param first the step at which its first tensor is made
 * @param last the last step at which one of its tensors is needed
 * @param bytes 0 where it is not known how many there are
 * @param origins where that comes from; none where it is known
 */
record Buffer(int first, int last, long bytes, List<String> origins) {
    Buffer {
        origins = List.copyOf(origins);
        if (first < 0 || last < first || bytes < 0) {
            throw new IllegalArgumentException("no such buffer: " + bytes + " bytes from " + first + " to " + last);
        }
    }

    /** One whose size is known. */
    Buffer(int first, int last, long bytes) {
        this(first, last, bytes, List.of());
    }

    boolean livesAt(int step) {
        return first <= step && step <= last;
    }
}
