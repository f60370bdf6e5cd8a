package io.archmeter.memory;

/**
 * Memory that one tensor lies in, or several that share it.
 *
 * @param first the step at which its first tensor is made
 * @param last the last step at which one of its tensors is needed
 */
record Buffer(int first, int last, long bytes) {
    Buffer {
        if (first < 0 || last < first || bytes < 1) {
            throw new IllegalArgumentException("no such buffer: " + bytes + " bytes from " + first + " to " + last);
        }
    }

    boolean livesAt(int step) {
        return first <= step && step <= last;
    }
}
