package io.archmeter.report.picture;

import java.util.List;

/**
 * Points at two amounts each, with a third as their area.
 *
 * @param across the axis from left to right
 * @param up the axis from below
 * @param lines that no point gets over
 */
public record Scatter(
        String name, String title, String summary, Axis across, Axis up, List<Line> lines, List<Point> points)
        implements Picture {
    public Scatter {
        lines = List.copyOf(lines);
        for (Line line : lines) {
            for (Corner corner : line.corners()) {
                across.require(corner.across());
                up.require(corner.up());
            }
        }
        points = List.copyOf(points);
        for (Point point : points) {
            across.require(point.across());
            up.require(point.up());
        }
    }

    /** Points alone. */
    public Scatter(String name, String title, String summary, Axis across, Axis up, List<Point> points) {
        this(name, title, summary, across, up, List.of(), points);
    }

    /**
     * An axis between two round numbers.
     *
     * @param title what is counted
     * @param logarithmic whether ten times as much is always as far; no number on it is zero then
     * @param ticks at least two, in ascending order: the first is where the axis begins, the last where it ends
     */
    public record Axis(String title, boolean logarithmic, List<Quantity> ticks) {
        public Axis {
            ticks = List.copyOf(ticks);
            if (ticks.size() < 2 || logarithmic && ticks.get(0).exact() == 0) {
                throw new IllegalArgumentException("no axis: " + ticks);
            }
        }

        /** Where it begins. */
        public long first() {
            return ticks.get(0).exact();
        }

        /** Where it ends. */
        public long last() {
            return ticks.get(ticks.size() - 1).exact();
        }

        private void require(Quantity amount) {
            if (amount.exact() < first() || amount.exact() > last()) {
                throw new IllegalArgumentException(amount.exact() + " is not on the axis of " + title);
            }
        }
    }

    /** From corner to corner. */
    public record Line(String label, List<Corner> corners) {
        public Line {
            corners = List.copyOf(corners);
            if (corners.size() < 2) {
                throw new IllegalArgumentException(label + " leads nowhere");
            }
        }
    }

    /** A place. */
    public record Corner(Quantity across, Quantity up) {}

    /** Something with a place. */
    public record Point(String label, Paint paint, Quantity across, Quantity up, Quantity area) {}
}
