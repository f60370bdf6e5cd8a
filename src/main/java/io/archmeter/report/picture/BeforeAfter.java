package io.archmeter.report.picture;

import java.util.List;

/**
 * Numbers as they were and as they are, in pairs, each pair on a scale of its own: their units differ.
 *
 * @param figures in the order in which they are drawn, from top to bottom
 */
public record BeforeAfter(String name, String title, String summary, List<Figure> figures) implements Picture {
    public BeforeAfter {
        figures = List.copyOf(figures);
    }

    /** What a change means. */
    public enum Direction {
        SAME,
        BETTER,
        WORSE
    }

    /**
     * A pair.
     *
     * @param change by how much it is larger now, in words
     * @param percent the same in percent of what was there; empty where that is nothing
     */
    public record Figure(
            String label, Quantity before, Quantity after, String change, String percent, Direction direction) {
        public Figure {
            if ((direction == Direction.SAME) != (before.exact() == after.exact())) {
                throw new IllegalArgumentException(label + " went from " + before + " to " + after);
            }
        }
    }
}
