package io.archmeter.report.svg;

/**
 * From steps to pixels: all are equally wide, to a pixel.
 *
 * @param left where the first begins
 * @param room pixels of all of them
 * @param steps how many they are, at least 1
 */
record StepScale(int left, int room, int steps) {
    /** Where a step begins; that after the last one ends the room. */
    int begin(int step) {
        return left + Math.toIntExact((long) step * room / steps);
    }

    int middle(int step) {
        return (begin(step) + begin(step + 1)) / 2;
    }

    int right() {
        return left + room;
    }
}
