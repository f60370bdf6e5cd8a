package io.archmeter.layout;

import java.util.List;

/**
 * What is to be laid out: boxes, each after those above it, and lines from one to another.
 *
 * @param lines each goes from a box to a later one
 * @param top the boxes of the first row in the order that they must have, from left to right; empty where any will do
 */
public record Sheet(List<Box> boxes, List<Line> lines, List<Integer> top) {
    public Sheet {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
        top = List.copyOf(top);
        for (int box : top) {
            if (boxes.get(box).band() != Band.TOP) {
                throw new IllegalArgumentException("box " + box + " is not of the first row");
            }
        }
        for (Line line : lines) {
            if (line.from() < 0 || line.to() <= line.from() || line.to() >= boxes.size()) {
                throw new IllegalArgumentException("no way from " + line.from() + " to " + line.to());
            }
        }
    }

    /** Where a box belongs. */
    public enum Band {
        /** In the first row. */
        TOP,
        /** Wherever its lines allow. */
        FREE,
        /** In the last row. */
        BOTTOM
    }

    /**
     * A box.
     *
     * @param width in pixels, even, at least 0
     */
    public record Box(int width, Band band) {
        public Box {
            if (width < 0 || width % 2 != 0) {
                throw new IllegalArgumentException("the middle of a width of " + width);
            }
        }
    }

    /**
     * A line between two boxes.
     *
     * @param thread what it carries: lines of one thread leave their box together, and part where they must
     * @param from the place of the upper box
     * @param to the place of the lower box
     */
    public record Line(int thread, int from, int to) {}
}
