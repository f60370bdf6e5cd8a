package io.archmeter.exec.kernel;

/** Elements along an axis, from {@code begin} up to {@code end}. */
record Part(int begin, int end) {
    /** Cuts an extent into equal parts: an element that is cut belongs to both. */
    static Part[] of(int extent, int count) {
        Part[] parts = new Part[count];
        int begin = 0;
        for (int i = 0; i < count; i++) {
            // Element e reaches from e/extent to (e + 1)/extent of the whole, part i from i/count to (i + 1)/count.
            while ((begin + 1L) * count <= (long) i * extent) {
                begin++;
            }
            int end = begin + 1;
            while ((long) end * count < (i + 1L) * extent) {
                end++;
            }
            parts[i] = new Part(begin, end);
        }
        return parts;
    }
}
