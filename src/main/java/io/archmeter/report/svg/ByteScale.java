package io.archmeter.report.svg;

/**
 * From amounts to pixels, upwards.
 *
 * @param bottom where zero lies
 * @param room pixels of the largest
 * @param largest at least 1
 */
record ByteScale(int bottom, int room, long largest) {
    int at(long amount) {
        return bottom - Math.toIntExact(Scale.length(amount, largest, room));
    }

    int top() {
        return bottom - room;
    }
}
